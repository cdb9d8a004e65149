using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Keys;

/// <summary><c>quire keys revoke</c>.</summary>
internal static class KeysRevoke
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = new Argument<string>("id") { Description = "the key's id, as quire keys list shows it", HelpName = "ID" };
        var command = new Command("revoke", "Revokes a key; it stops working at once.") { id };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var key = call.GetValue(id)!;
            await api.Send(HttpMethod.Delete, api.OrganisationRoute($"keys/{Uri.EscapeDataString(key)}"), null, cancellation);
            if (store.Json(call))
                cli.WriteMember("revoked", key);
            else
                cli.WriteLine($"revoked {key}");
            return ExitCodes.Done;
        });
    }
}
