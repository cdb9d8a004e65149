using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks ping</c>.</summary>
internal static class WebhooksPing
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = WebhookCalls.Id();
        var command = new Command("ping", "Sends a signed message that tells of nothing, and says what came of it; exit code 1 where it did not arrive.") { id };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var answer = await api.Send(HttpMethod.Post, WebhookCalls.Route(api, call.GetValue(id)!, "/ping"), null, cancellation);
            var arrived = answer.GetProperty("delivered").GetBoolean();
            if (store.Json(call))
                cli.WriteJson(answer);
            else
                cli.WriteLine($"{(arrived ? "delivered" : answer.Text("error"))} {answer.Text("status")} {answer.Text("detail")}".TrimEnd());
            return arrived ? ExitCodes.Done : ExitCodes.Failed;
        });
    }
}
