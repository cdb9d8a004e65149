using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Rules;

/// <summary><c>quire rules show</c>: the rules as JSON, as <c>quire rules set</c> takes them.</summary>
internal static class RulesShow
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var command = new Command("show", "Prints the rules as JSON, as quire rules set takes them.");
        return command.DoesWithStore(cli, new StoreOptions(command, project: false), async (_, api, cancellation) =>
        {
            cli.WriteJson(await api.Get(api.OrganisationRoute("rules"), cancellation));
            return ExitCodes.Done;
        });
    }
}
