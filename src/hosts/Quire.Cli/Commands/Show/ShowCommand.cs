using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Show;

/// <summary><c>quire show</c>: the file of a version, byte for byte.</summary>
internal static class ShowCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var address = new Argument<string>("address") { Description = "which prompt and version, for example support/answer@production, support/answer@2 or @main/prompts@main:support/answer", HelpName = "ADDRESS" };
        var command = new Command("show", "Prints the file of a prompt byte for byte; with --json what is known about it.") { address };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var wanted = api.ParseAddress(call.GetValue(address)!);
            var query = AddressRoutes.Query(wanted.Selector);
            if (store.Json(call))
                cli.WriteJson(await api.Get(api.PromptRoute(wanted) + query, cancellation));
            else
                cli.WriteRaw(await api.GetBytes(api.PromptRoute(wanted, "/source") + query, cancellation));
            return ExitCodes.Done;
        });
    }
}
