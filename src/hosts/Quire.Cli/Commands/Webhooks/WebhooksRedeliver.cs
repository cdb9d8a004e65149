using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks redeliver</c>.</summary>
internal static class WebhooksRedeliver
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = WebhookCalls.Id();
        var delivery = new Argument<string>("delivery") { Description = "the delivery, as quire webhooks log shows it", HelpName = "N.I" };
        var command = new Command("redeliver", "Sends a message again, with the same id and all its attempts.") { id, delivery };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var route = WebhookCalls.Route(api, call.GetValue(id)!, $"/deliveries/{Uri.EscapeDataString(call.GetValue(delivery)!)}/redeliver");
            var again = await api.Send(HttpMethod.Post, route, null, cancellation);
            if (store.Json(call))
                cli.WriteJson(again);
            else
                cli.WriteLine($"{again.Text("id")} is {again.Text("state")}");
            return ExitCodes.Done;
        });
    }
}
