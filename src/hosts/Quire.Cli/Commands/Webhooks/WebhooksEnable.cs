using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks enable</c> and <c>disable</c>.</summary>
internal static class WebhooksEnable
{
    /// <summary>Makes the command that enables.</summary>
    public static Command Create(CliContext cli) => Create(cli, "enable", "Enables a webhook again; what happened meanwhile is sent now.", enables: true);

    /// <summary>Makes the command that disables.</summary>
    public static Command CreateOpposite(CliContext cli) => Create(cli, "disable", "Disables a webhook; what happens waits for it.", enables: false);

    private static Command Create(CliContext cli, string name, string description, bool enables)
    {
        var id = WebhookCalls.Id();
        var command = new Command(name, description) { id };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var answer = await api.Send(HttpMethod.Patch, WebhookCalls.Route(api, call.GetValue(id)!), writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("enabled", enables);
                writer.WriteEndObject();
            }, cancellation);
            if (store.Json(call))
                cli.WriteJson(answer);
            else
                cli.WriteLine($"{name}d {answer.Text("id")}");
            return ExitCodes.Done;
        });
    }
}
