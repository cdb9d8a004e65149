using System.CommandLine;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Runs;

/// <summary><c>quire runs</c>: which versions evaluations, experiments and deployments used.</summary>
internal static class RunsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli) => new("runs", "Records and tells which versions evaluations, experiments and deployments used.")
    {
        RunsRecord.Create(cli), RunsAdd.Create(cli), RunsList.Create(cli), RunsShow.Create(cli), RunsUsage.Create(cli),
    };
}
