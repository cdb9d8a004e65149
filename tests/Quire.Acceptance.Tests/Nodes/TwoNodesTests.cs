using Npgsql;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Acceptance.Tests.Nodes;

public sealed class TwoNodesTests(DurablePostgres postgres) : IClassFixture<DurablePostgres>, IDisposable
{
    private const int Clients = 64;
    private const int Moves = 100;

    // Busy, but not so busy that the moves wait for a processor.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_alias_that_moves_on_either_node_is_never_seen_where_it_was()
    {
        using var database = postgres.CreateDatabase();
        await using var first = await Node.Start(_folder.Path, database.ConnectionString);
        await using var second = await Node.Start(_folder.Path, database.ConnectionString, first);
        for (var version = 1; version <= MovedAlias.Versions; version++)
            await first.Commit("greet.prompt.md", $"version {version}");
        var alias = new MovedAlias("greet", [first, second]);
        await alias.Move(0);
        using var end = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(client => Read(alias, client, end.Token)).ToList();

        for (var move = 0; move < Moves; move++)
        {
            await alias.Move(move / 10 % 2);
            if (move % 25 == 10)
                (await KillListeners(database)).ShouldBeGreaterThan(0, "nodes must listen, or nothing is tested");
            // Time for readings between this move and the next, which cannot be told apart from stale ones.
            await Task.WhenAll(alias.ReadHere(0), alias.ReadHere(1), alias.ReadAnywhere(0), alias.ReadAnywhere(1));
        }
        await end.CancelAsync();
        await Task.WhenAll(clients);

        TestContext.Current.TestOutputHelper?.WriteLine($"{alias.Reads} reads");
        alias.Stale.ShouldBeEmpty();
        alias.Reads.ShouldBeGreaterThan(Clients);
    }

    [Fact]
    public async Task What_another_node_changes_is_heard_here_without_asking()
    {
        using var database = postgres.CreateDatabase();
        await using var first = await Node.Start(_folder.Path, database.ConnectionString);
        await using var second = await Node.Start(_folder.Path, database.ConnectionString, first);
        await first.Commit("greet.prompt.md", "one");
        await first.Commit("greet.prompt.md", "two");
        var start = await first.Point("greet", 1);
        (await second.Read("greet", start)).ShouldBe(1);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/orgs/main/changes?after={start}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var stream = await second.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());

        await KillListeners(database);
        for (var version = 2; version > 0; version--)
        {
            var sequence = await first.Point("greet", version);
            await Line(reader, $"id: {sequence}");
            // The stream was woken by the same news that dropped the pointers.
            (await second.Read("greet")).ShouldBe(version);
        }
    }

    private static async Task Read(MovedAlias alias, int client, CancellationToken end)
    {
        var node = client % 2;
        using var timer = new PeriodicTimer(Pace);
        while (!end.IsCancellationRequested)
        {
            await ((client / 2 % 4) switch
            {
                0 => alias.ComposeAnywhere(node),
                1 => alias.ReadAnywhere(node),
                _ => alias.ReadHere(node),
            });
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    // Read to the line, however long it takes; a stream that hears nothing sends only comments, and the test's time runs out.
    private static async Task Line(StreamReader reader, string start)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return;
        }
        Assert.Fail($"The stream ended before '{start}'.");
    }

    private static async Task<long> KillListeners(PostgresDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'Quire news'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
