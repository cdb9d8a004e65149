using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks rotate</c>.</summary>
internal static class WebhooksRotate
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = WebhookCalls.Id();
        var command = new Command("rotate", "Gives a webhook a new secret, and shows it once.") { id };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var rotated = await api.Send(HttpMethod.Post, WebhookCalls.Route(api, call.GetValue(id)!, "/rotate"), null, cancellation);
            WebhookCalls.PrintSecret(cli, rotated, store.Json(call), $"The old one signs beside it until {rotated.Text("previousSecretUntil")}.");
            return ExitCodes.Done;
        });
    }
}
