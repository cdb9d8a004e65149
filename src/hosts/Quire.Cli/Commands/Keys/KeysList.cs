using System.CommandLine;
using System.Text;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Keys;

/// <summary><c>quire keys list</c>.</summary>
internal static class KeysList
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var command = new Command("list", "Lists the keys, newest first, without what opens them.");
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var keys = (await api.Get(api.OrganisationRoute("keys"), cancellation)).Items().ToList();
            if (store.Json(call))
                cli.WriteList(keys);
            else
                Print(cli, keys);
            return ExitCodes.Done;
        });
    }

    private static void Print(CliContext cli, List<JsonElement> keys)
    {
        var table = new Table("ID", "NAME", "PERMISSIONS", "PROJECTS", "TENANTS", "EXPIRES", "REVOKED");
        foreach (var key in keys)
            table.Add(key.Text("id"), key.Text("name"), key.Words("permissions", ""), key.Words("projects", "all"), key.Words("tenantScopes", "all"), key.Text("expiresAt"), key.Text("revokedAt"));
        cli.WriteRaw(Encoding.UTF8.GetBytes(table.ToString()));
    }
}
