using System.CommandLine;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Keys;

/// <summary><c>quire keys</c>: makes, lists and revokes API keys.</summary>
internal static class KeysCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli) => new("keys", "Makes, lists and revokes API keys.")
    {
        KeysCreate.Create(cli), KeysList.Create(cli), KeysRevoke.Create(cli), KeysReset.Create(cli),
    };
}
