using System.Globalization;
using System.Text.Json;
using Quire.Acceptance.Tests.Support;
using Quire.Testing;
using Quire.Testing.Processes;
using Quire.Testing.Services;

namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>
/// Sixteen clients commit, merge, move aliases and push to one project of one real server at once. Whatever each was told must fit into one order
/// per pointer; nothing that was acknowledged may be missing afterwards.
/// </summary>
public sealed class CrowdTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] Met =
    [
        "commits", "commits refused as stale", "additions", "additions refused", "merges", "alias moves", "alias moves refused as stale", "pushes to racing", "pushes to racing refused",
    ];

    private readonly TempFolder _folder = new();

    private static TimeSpan Time => TimeSpan.FromSeconds(LongTests.Wanted ? 60 : 6);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sixteen_clients_see_one_order_per_pointer_and_lose_nothing_on_sqlite()
    {
        await using var server = await Server.Start(_folder.Path, "--data", "data", "--urls", "http://127.0.0.1:0");
        await Run(server);
    }

    [Fact]
    public async Task Sixteen_clients_see_one_order_per_pointer_and_lose_nothing_on_postgresql()
    {
        if (PostgresCluster.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        using var cluster = PostgresCluster.StartNew(new PostgresOptions { Fsync = true });
        using var database = cluster.CreateDatabase();
        await using var server = await Server.Start(_folder.Path, "--db", database.ConnectionString, "--urls", "http://127.0.0.1:0");
        await Run(server);
    }

    private async Task Run(Server server)
    {
        var start = (await server.Send(HttpMethod.Post, "commits", new
        {
            message = "Start",
            changes = new[] { new { path = "counter.prompt.md", content = "0" }, new { path = "aliased.prompt.md", content = "start" } },
            aliases = new[] { new { path = "aliased", alias = "production" } },
        })).Body;
        (await server.Send(HttpMethod.Put, "branches/racing", new { head = start.GetProperty("head").GetString() })).Status.ShouldBe(200);
        var recorder = new Recorder();
        var clients = Clients(server, recorder).ToList();
        using var over = new CancellationTokenSource();
        var work = Task.WhenAll(clients.Select(client => client.Run(over.Token)));
        await Task.WhenAny(work, Enough(recorder));
        await over.CancelAsync();
        await work;
        Met.ShouldAllBe(what => recorder.Counted(what) > 1, recorder.Summary);
        recorder.Counted("pushes to main").ShouldBeGreaterThanOrEqualTo(clients.OfType<Pusher>().Count());

        var feed = await Feed(server);
        Orders(feed, recorder);
        await Versions(server);
        await Totals(server, clients);
        Clone(server, recorder);
        QuireProcess.Run(_folder.Path, server.With("verify", "store")).OrThrow("verify").Output.ShouldStartWith("clean");
        TestContext.Current.TestOutputHelper?.WriteLine($"{clients.Count} clients, {Time.TotalSeconds} s: {recorder.Summary}");
    }

    private IEnumerable<Client> Clients(Server server, Recorder recorder)
    {
        for (var number = 0; number < 16; number++)
        {
            yield return number switch
            {
                < 4 => new Committer(server, recorder, number),
                < 8 => new Counter(server, recorder, number),
                < 10 => new Merger(server, recorder, number),
                < 13 => new AliasMover(server, recorder, number),
                _ => new Pusher(server, recorder, number, _folder),
            };
        }
    }

    // Each pointer's rows in the feed are its history, link by link; what clients did and saw must fit to it.
    private static void Orders(IReadOnlyList<JsonElement> feed, Recorder recorder)
    {
        var seen = recorder.Operations.GroupBy(operation => operation.Pointer).ToDictionary(group => group.Key, group => group.ToList());
        seen.Keys.ShouldBe(["branch main", "branch racing", "branch side8", "branch side9", "alias production"], ignoreOrder: true);
        foreach (var (pointer, operations) in seen)
        {
            var order = new List<string>();
            foreach (var row in feed.Where(row => $"{row.GetProperty("kind").GetString()} {row.GetProperty("name").GetString()}" == pointer))
            {
                (row.TryGetProperty("old", out var old) ? old.GetString() : null).ShouldBe(order.LastOrDefault(), pointer);
                order.Add(row.GetProperty("new").GetString()!);
            }
            RegisterCheck.Find(order, operations).ShouldBeEmpty(pointer);
            // Nobody else was there: every move but the first is one that a client was told of.
            order.Count.ShouldBe(operations.Count(operation => operation.IsWrite) + (pointer.StartsWith("branch side", StringComparison.Ordinal) ? 0 : 1), pointer);
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> Feed(Server server)
    {
        var rows = new List<JsonElement>();
        for (var after = "0"; ;)
        {
            var page = await server.Get($"changes?limit=1000&after={after}");
            rows.AddRange(page.GetProperty("items").EnumerateArray());
            if (page.GetProperty("items").GetArrayLength() < 1000)
                break;
            after = page.GetProperty("next").GetString()!;
        }
        var numbers = rows.Select(row => long.Parse(row.GetProperty("id").GetString()!.Split('.')[0], CultureInfo.InvariantCulture)).Distinct().ToList();
        numbers.ShouldBe(Enumerable.Range(0, numbers.Count).Select(step => numbers[0] + step));
        return rows;
    }

    private static async Task Versions(Server server)
    {
        foreach (var prompt in (await server.Send(HttpMethod.Get, "prompts?limit=1000")).Body.GetProperty("items").EnumerateArray())
        {
            var path = prompt.GetProperty("path").GetString()!;
            var numbers = new List<long>();
            for (var after = ""; ;)
            {
                var page = (await server.Send(HttpMethod.Get, $"prompts/{path}/versions?limit=1000{after}")).Body;
                numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("version").GetInt64()));
                if (!page.TryGetProperty("next", out var next))
                    break;
                after = $"&after={next}";
            }
            numbers.Order().ShouldBe(Enumerable.Range(1, numbers.Count).Select(number => (long)number), path);
        }
    }

    // What was acknowledged is in the texts themselves.
    private static async Task Totals(Server server, IReadOnlyList<Client> clients)
    {
        (await Text(server, "counter")).ShouldBe($"{clients.OfType<Counter>().Sum(client => client.Done)}");
        foreach (var committer in clients.OfType<Committer>())
            (await Text(server, committer.Path)).ShouldBe($"{committer.Done}");
    }

    private static async Task<string?> Text(Server server, string path) => (await server.Send(HttpMethod.Get, $"prompts/{path}")).Body.GetProperty("source").GetString();

    private void Clone(Server server, Recorder recorder)
    {
        new GitCli(_folder.Path).Run("clone", "--quiet", "--mirror", server.GitUrl, "after");
        var git = new GitCli(_folder.Combine("after"));
        git.Run("fsck", "--strict", "--full");
        var reachable = git.Run("rev-list", "--all").Split('\n').ToHashSet();
        recorder.Operations.Where(operation => operation.IsWrite && operation.Pointer.StartsWith("branch", StringComparison.Ordinal)).Select(operation => operation.Value).Where(commit => !reachable.Contains(commit)).ShouldBeEmpty();
    }

    // A run in which nobody met anybody would show nothing, so a slow machine gets more time.
    private static async Task Enough(Recorder recorder)
    {
        for (var waited = TimeSpan.Zero; waited < Time || Met.Any(what => recorder.Counted(what) < 2); waited += Pause)
        {
            waited.ShouldBeLessThan(Time + Patience, recorder.Summary);
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
