using System.CommandLine;
using System.Text;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks list</c>.</summary>
internal static class WebhooksList
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var command = new Command("list", "Lists the webhooks, oldest first, without their secrets.");
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var webhooks = (await api.Get(api.OrganisationRoute("webhooks"), cancellation)).Items().ToList();
            if (store.Json(call))
                cli.WriteList(webhooks);
            else
                Print(cli, webhooks);
            return ExitCodes.Done;
        });
    }

    private static void Print(CliContext cli, List<JsonElement> webhooks)
    {
        var table = new Table("ID", "STATE", "EVENTS", "PROJECTS", "FAILING SINCE", "URL");
        foreach (var webhook in webhooks)
            table.Add(webhook.Text("id"), State(webhook), webhook.Words("events", "all"), webhook.Words("projects", "all"), webhook.Text("failingSince"), webhook.Text("url"));
        cli.WriteRaw(Encoding.UTF8.GetBytes(table.ToString()));
    }

    private static string State(JsonElement webhook) => webhook.Text("disabledReason") is { Length: > 0 } reason ? $"disabled ({reason})" : "enabled";
}
