using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks remove</c>.</summary>
internal static class WebhooksRemove
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = WebhookCalls.Id();
        var command = new Command("remove", "Removes a webhook and its log.") { id };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var webhook = call.GetValue(id)!;
            await api.Send(HttpMethod.Delete, WebhookCalls.Route(api, webhook), null, cancellation);
            if (store.Json(call))
                cli.WriteMember("removed", webhook);
            else
                cli.WriteLine($"removed {webhook}");
            return ExitCodes.Done;
        });
    }
}
