using System.CommandLine;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Alias;

/// <summary><c>quire alias</c>: the movable names of versions.</summary>
internal static class AliasCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli) => new("alias", "Sets, removes, lists and protects aliases.")
    {
        AliasMoves.Set(cli),
        AliasMoves.Remove(cli),
        AliasList.Create(cli),
        AliasProtection.Create(cli, "protect", "Protects an alias, or with a pattern such as 'prod*' many: moving one takes the permission manage.", HttpMethod.Put),
        AliasProtection.Create(cli, "unprotect", "Lifts the protection of an alias or pattern.", HttpMethod.Delete),
    };
}
