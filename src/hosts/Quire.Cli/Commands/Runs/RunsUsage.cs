using System.CommandLine;
using System.Globalization;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;
using Quire.Prompts.Addresses;

namespace Quire.Cli.Commands.Runs;

/// <summary><c>quire runs usage</c>.</summary>
internal static class RunsUsage
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var version = new Argument<string>("version") { Description = "the version, for example support/answer@7", HelpName = "PATH@N" };
        var command = new Command("usage", "Lists the runs that used a version, newest first.") { version };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var address = api.ParseAddress(call.GetValue(version)!);
            var number = address.Selector is Selector.Number numbered ? numbered.Version : throw CliErrors.WrongCall($"'{address}' names no version by its number.", "Write PATH@7.");
            var route = api.PromptRoute(address, string.Create(CultureInfo.InvariantCulture, $"/versions/{number}/usage?limit=1000"));
            RunPrinter.Print(cli, await api.GetAll(route, cancellation).ToListAsync(cancellation), store.Json(call));
            return ExitCodes.Done;
        });
    }
}
