using System.CommandLine;
using System.Text.Json.Nodes;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks add</c>.</summary>
internal static class WebhooksAdd
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var url = new Argument<string>("url") { Description = "where messages go", HelpName = "URL" };
        var events = new Option<string?>("--events") { Description = "version.created, alias.moved, branch.merged; default: all", HelpName = "LIST" };
        var projects = new Option<string?>("--projects") { Description = "the projects that it is told of; default: all", HelpName = "LIST" };
        var description = new Option<string?>("--description") { Description = "what it is for", HelpName = "TEXT" };
        var command = new Command("add", "Makes a webhook, and shows once the secret that signs its messages.") { url, events, projects, description };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var body = new JsonObject { ["url"] = call.GetValue(url), ["events"] = Words(call.GetValue(events)), ["projects"] = Words(call.GetValue(projects)) };
            if (call.GetValue(description) is { } text)
                body["description"] = text;
            var made = await api.Send(HttpMethod.Post, api.OrganisationRoute("webhooks"), writer => body.WriteTo(writer), cancellation);
            WebhookCalls.PrintSecret(cli, made, store.Json(call), $"See whether messages arrive: quire webhooks ping {made.Text("id")}");
            return ExitCodes.Done;
        });
    }

    private static JsonArray Words(string? list) =>
        [.. (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => (JsonNode)word)];
}
