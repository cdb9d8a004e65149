using System.CommandLine;
using System.Runtime.CompilerServices;
using Quire.Cli.Connecting;
using Quire.Cli.Hosting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Keys;

/// <summary><c>quire keys reset</c>: for whoever holds the data and lost the key. No route does this.</summary>
internal static class KeysReset
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var data = new Option<string?>("--data") { Description = $"the data folder (or {StoreOptions.DataVariable})", HelpName = "DIR" };
        var db = new Option<string?>("--db") { Description = "the database instead of a data folder", HelpName = "CONNECTION" };
        var json = new Option<bool>("--json") { Description = "print JSON" };
        return new Command("reset", "Revokes the owner key and shows a new one. The server must be stopped.") { data, db, json }.Does(cli, async (call, cancellation) =>
        {
            var key = await Reset(call.GetValue(db) ?? DataFolders.Find(cli, call.GetValue(data)), cli.Clock, cancellation);
            if (call.GetValue(json))
                cli.WriteMember("key", key);
            else
                cli.WriteLine(key);
            return ExitCodes.Done;
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<string> Reset(string location, TimeProvider clock, CancellationToken cancellation)
    {
        await using var host = await RestHost.Open(location, clock, cancellation);
        return await host.ResetOwner(cancellation);
    }
}
