using System.Globalization;
using Quire.Bench.Harness;
using Quire.Bench.Search;
using Quire.Storage;
using Quire.Testing.Services;

// Searches at very many prompts beside the bare ranked query of the same database: [PROMPTS] [--sqlite | --postgres] [--pairs N];
// or [PROMPTS] --at CONNECTION: a PostgreSQL database of one's own, which is filled if it is empty, and kept.
const int seed = 20_261_121;
var prompts = args is [var first, ..] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 1_000_000;
var pairs = Array.IndexOf(args, "--pairs") is >= 0 and var place ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : 101;
var board = new Scoreboard(Console.Out);
Console.WriteLine($"Search, {prompts:N0} prompts, seed {seed}, {pairs} alternating pairs each, by the clock, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
var run = new SearchRun(board, prompts, pairs, seed);
if (Array.IndexOf(args, "--at") is >= 0 and var at)
    await At(run, args[at + 1]);
else
{
    if (!args.Contains("--postgres"))
        await OnSqlite(run);
    if (!args.Contains("--sqlite"))
        await OnPostgres(run);
}
Console.WriteLine(board.Missed == 0 ? "all goals met" : $"{board.Missed} goals missed");
return board.Missed == 0 ? 0 : 1;

static async Task OnSqlite(SearchRun run)
{
    var folder = Directory.CreateTempSubdirectory("quire-bench-search-").FullName;
    try
    {
        await using var store = StoreFactory.Open(folder, TimeProvider.System);
        await run.Run(store, () => new BareFts5(folder));
    }
    finally
    {
        Directory.Delete(folder, true);
    }
}

static async Task OnPostgres(SearchRun run)
{
    if (PostgresCluster.MissingReason is { } reason)
    {
        Console.WriteLine($"PostgreSQL skipped: {reason}");
        return;
    }
    // Without fsync, as the tests start it; memory as one gives a database of this size.
    using var cluster = PostgresCluster.StartNew(new PostgresOptions { Settings = [("shared_buffers", "1GB"), ("max_wal_size", "4GB")] });
    using var database = cluster.CreateDatabase();
    await At(run, database.ConnectionString);
}

static async Task At(SearchRun run, string connection)
{
    await using var store = StoreFactory.Open(connection, TimeProvider.System, new StoreOptions { AllowUnsafeServer = true });
    await run.Run(store, () => new BareTsvector(connection));
}
