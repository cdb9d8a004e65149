using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks log</c>.</summary>
internal static class WebhooksLog
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = WebhookCalls.Id();
        var state = new Option<string?>("--state") { Description = "only pending, delivered or dead", HelpName = "STATE" };
        var limit = new Option<int>("--limit") { Description = "how many, from 1 to 1,000", HelpName = "N", DefaultValueFactory = _ => 50 };
        var command = new Command("log", "Lists what became of a webhook's messages, newest first.") { id, state, limit };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var filter = call.GetValue(state) is { } word ? $"&state={Uri.EscapeDataString(word)}" : "";
            var route = WebhookCalls.Route(api, call.GetValue(id)!, string.Create(CultureInfo.InvariantCulture, $"/deliveries?limit={call.GetValue(limit)}{filter}"));
            var deliveries = (await api.Get(route, cancellation)).Items().ToList();
            if (store.Json(call))
                cli.WriteList(deliveries);
            else
                Print(cli, deliveries);
            return ExitCodes.Done;
        });
    }

    private static void Print(CliContext cli, List<JsonElement> deliveries)
    {
        var table = new Table("ID", "STATE", "FOR", "ATTEMPTS", "NEXT", "STATUS", "WHY");
        foreach (var delivery in deliveries)
        {
            var last = delivery.TryGetProperty("last", out var answer) ? answer : default;
            var why = last.Text("error") is { Length: > 0 } error ? $"{error}: {last.Text("detail")}" : "";
            table.Add(delivery.Text("id"), delivery.Text("state"), delivery.Text("orderKey"), delivery.Text("attempts"), delivery.Text("dueAt"), last.Text("status"), why);
        }
        cli.WriteRaw(Encoding.UTF8.GetBytes(table.ToString()));
    }
}
