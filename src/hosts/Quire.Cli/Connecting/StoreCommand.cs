using System.CommandLine;
using Quire.Cli.Terminal;

namespace Quire.Cli.Connecting;

/// <summary>Commands that work on stored prompts.</summary>
internal static class StoreCommand
{
    /// <summary>Runs <paramref name="work"/> with the way to the prompts open.</summary>
    public static Command DoesWithStore(this Command command, CliContext cli, StoreOptions options, Func<ParseResult, QuireApi, CancellationToken, Task<int>> work) =>
        command.Does(cli, async (call, cancellation) =>
        {
            await using var api = await new Connector(cli).Open(options.Read(cli, call), cancellation);
            return await work(call, api, cancellation);
        });
}
