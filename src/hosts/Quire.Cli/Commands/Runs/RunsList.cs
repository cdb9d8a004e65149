using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Runs;

/// <summary><c>quire runs list</c>.</summary>
internal static class RunsList
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var kind = new Option<string?>("--kind") { Description = "only evaluation, experiment or deployment", HelpName = "KIND" };
        var command = new Command("list", "Lists runs, newest first.") { kind };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var filter = call.GetValue(kind) is { } word ? $"&kind={Uri.EscapeDataString(word)}" : "";
            var runs = await api.GetAll(api.OrganisationRoute($"runs?limit=1000{filter}"), cancellation).ToListAsync(cancellation);
            RunPrinter.Print(cli, runs, store.Json(call));
            return ExitCodes.Done;
        });
    }
}
