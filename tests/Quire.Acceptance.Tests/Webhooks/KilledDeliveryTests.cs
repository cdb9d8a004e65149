using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Quire.Acceptance.Tests.Support;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Acceptance.Tests.Webhooks;

/// <summary>
/// A real server tells a receiver of aliases that move. The receiver fails, hangs, redirects, floods and breaks connections, and the server is killed
/// twice while it delivers. Everything must arrive, in order per prompt, signed so that the library of Standard Webhooks believes it.
/// </summary>
public sealed class KilledDeliveryTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Ten thousand messages in the long run. PostgreSQL is in that one alone, because each kill leaves a lease that takes half a minute to end.
    private static int Prompts => LongTests.Wanted ? 100 : 20;

    private static int Rounds => LongTests.Wanted ? 100 : 20;

    public static TheoryData<string> Stores => LongTests.Wanted ? ["sqlite", "postgresql"] : ["sqlite"];

    [Theory]
    [MemberData(nameof(Stores))]
    public Task Everything_arrives_in_order_and_signed_though_the_server_is_killed(string store) => store == "sqlite" ? Run(Prompts, Rounds, "--data", "data") : RunOnPostgres();

    private async Task RunOnPostgres()
    {
        if (PostgresCluster.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        using var cluster = PostgresCluster.StartNew(new PostgresOptions { Fsync = true });
        using var database = cluster.CreateDatabase();
        await Run(Prompts, Rounds, "--db", database.ConnectionString, "--secrets-key-file", _folder.Write("key", "sixteen bytes or more"u8.ToArray()));
    }

    private async Task Run(int prompts, int rounds, params string[] store)
    {
        var plan = new FaultPlan(Seeds.NewRandom(), prompts, rounds);
        await using var receiver = await Receiver.Start(plan.Next);
        await using var server = await Server.Start(_folder.Path, [.. store, "--urls", "http://127.0.0.1:0", "--allow-outbound", $"127.0.0.1:{receiver.Port}"]);
        await Fill(server, prompts);
        var webhook = await Organisation(server, HttpMethod.Post, "webhooks", new { url = $"http://127.0.0.1:{receiver.Port}/hook", events = new[] { "alias.moved" } });
        var (id, secret) = (webhook.GetProperty("id").GetString()!, webhook.GetProperty("secret").GetString()!);
        var clock = Stopwatch.StartNew();
        await Move(server, 0, rounds / 2);
        await Until(() => receiver.Taken > prompts * rounds / 4);
        await server.Restart(_folder.Path);
        var rotated = (await Organisation(server, HttpMethod.Post, $"webhooks/{id}/rotate", null)).GetProperty("secret").GetString()!;
        await Move(server, rounds / 2, rounds);
        await Until(() => receiver.Taken > prompts * rounds * 3 / 4);
        await server.Restart(_folder.Path);
        await Until(() => receiver.Taken == prompts * rounds);
        await UntilSettled(server, id);
        clock.Stop();

        var arrivals = receiver.Arrivals;
        Check(arrivals, await Expected(server, id), prompts, rounds);
        receiver.Strayed.ShouldBe(0);
        Verify(arrivals, secret, rotated);
        var duplicates = arrivals.Count(arrival => arrival.Fault is Fault.None or Fault.Breaks) - (prompts * rounds);
        var faults = string.Join(", ", arrivals.Where(arrival => arrival.Fault != Fault.None).CountBy(arrival => arrival.Fault).OrderBy(item => item.Key).Select(item => $"{item.Key} {item.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{prompts * rounds:N0} messages in {clock.Elapsed.TotalSeconds:N1} s with 2 kills; {arrivals.Count:N0} requests, of them {duplicates} more than once taken; faults: {faults}"));
    }

    private static async Task Fill(Server server, int prompts)
    {
        foreach (var text in new[] { "one", "two" })
        {
            var changes = Enumerable.Range(0, prompts).Select(number => new { path = $"p/{number}.prompt.md", content = text });
            (await server.Send(HttpMethod.Post, "commits", new { message = text, changes })).Status.ShouldBe(201);
        }
    }

    // One change per round, which moves the alias of every prompt.
    private static async Task Move(Server server, int from, int to)
    {
        for (var round = from; round < to; round++)
            (await server.Send(HttpMethod.Post, "aliases/live", new { folder = "p", version = (round % 2) + 1 })).Status.ShouldBe(200);
    }

    private static async Task<JsonElement> Organisation(Server server, HttpMethod method, string route, object? body)
    {
        using var request = new HttpRequestMessage(method, $"{server.Address}/api/v1/orgs/main/{route}");
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task Until(Func<bool> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!holds())
        {
            waited.Elapsed.ShouldBeLessThan(Patience);
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    // What was taken last is not always known to have been: its answer may have been lost.
    private static async Task UntilSettled(Server server, string id)
    {
        var waited = Stopwatch.StartNew();
        while ((await server.Get($"webhooks/{id}/deliveries?state=pending&limit=1")).GetProperty("items").GetArrayLength() > 0)
        {
            waited.Elapsed.ShouldBeLessThan(Patience);
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    // The messages that the feed asks for, in its order, by prompt.
    private static async Task<Dictionary<string, List<string>>> Expected(Server server, string id)
    {
        var expected = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var after = "0";
        while (true)
        {
            var page = await server.Get($"changes?limit=1000&after={after}");
            foreach (var row in page.GetProperty("items").EnumerateArray().Where(row => row.GetProperty("kind").GetString() == "alias"))
            {
                var path = row.GetProperty("path").GetString()!;
                var messages = expected.TryGetValue(path, out var known) ? known : expected[path] = [];
                messages.Add($"msg_{id}_{row.GetProperty("id").GetString()!.Replace('.', '_')}");
            }
            if (page.GetProperty("items").GetArrayLength() == 0)
                return expected;
            after = page.GetProperty("items").EnumerateArray().Last().GetProperty("id").GetString()!;
        }
    }

    private static void Check(IReadOnlyList<Arrival> arrivals, Dictionary<string, List<string>> expected, int prompts, int rounds)
    {
        expected.Count.ShouldBe(prompts);
        expected.Values.ShouldAllBe(messages => messages.Count == rounds);
        var place = expected.SelectMany(item => item.Value.Select((message, number) => (message, item.Key, number))).ToDictionary(item => item.message, item => (item.Key, item.number));
        foreach (var arrival in arrivals)
        {
            // Nothing comes before all that went before it was taken.
            var (prompt, number) = place[arrival.Id];
            expected[prompt].Take(number).ShouldBeSubsetOf(arrival.TakenBefore, arrival.Id);
            JsonDocument.Parse(arrival.Body).RootElement.GetProperty("data").GetProperty("sequence").GetInt64().ShouldBe(long.Parse(arrival.Id.Split('_')[^2], CultureInfo.InvariantCulture));
        }
        arrivals.Where(arrival => arrival.Fault is Fault.None or Fault.Breaks).Select(arrival => arrival.Id).Distinct().Count().ShouldBe(place.Count);
        // Whatever met a fault came again.
        arrivals.Where(arrival => arrival.Fault != Fault.None).Select(arrival => arrival.Id).Except(arrivals.Where(arrival => arrival.Fault == Fault.None).Select(arrival => arrival.Id)).ShouldBeEmpty();
        arrivals.GroupBy(arrival => arrival.Id).ShouldAllBe(same => same.Select(arrival => arrival.Body).Distinct().Count() == 1);
    }

    private void Verify(IReadOnlyList<Arrival> arrivals, string secret, string rotated)
    {
        var file = _folder.Write("arrivals.jsonl", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', arrivals.Select(arrival =>
            JsonSerializer.Serialize(new { at = arrival.At, id = arrival.Id, timestamp = arrival.Timestamp, signature = arrival.Signature, body = arrival.Body })))));
        var report = NodeClient.Run("standardwebhooks", new Dictionary<string, string> { ["SECRET"] = secret, ["ROTATED"] = rotated }, "verify.js", file).OrThrow("verify").Output;
        var counts = JsonDocument.Parse(report).RootElement;
        counts.GetProperty("believed").GetInt32().ShouldBe(arrivals.Count);
        counts.GetProperty("believedByRotated").GetInt32().ShouldBeInRange(arrivals.Count / 4, arrivals.Count - 1);
        counts.GetProperty("believedThoughChanged").GetInt32().ShouldBe(0);
    }
}
