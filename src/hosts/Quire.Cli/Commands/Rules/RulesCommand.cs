using System.CommandLine;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Rules;

/// <summary><c>quire rules</c>: what the organisation asks of its prompts' texts.</summary>
internal static class RulesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli) => new("rules", "Shows and sets what the organisation asks of its prompts' texts.")
    {
        RulesShow.Create(cli), RulesSet.Create(cli),
    };
}
