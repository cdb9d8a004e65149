using System.Diagnostics;
using System.Globalization;
using Quire.Bench.Harness;
using Quire.Core.Caching;

namespace Quire.Bench.Composing;

/// <summary>
/// Zipf traffic over many prompts with a memory of a quarter of what all plans weigh, a user text of its own in every request, an alias moving every
/// 50 ms. Plan hits are held against exact LRU on the same trace, every answer against composing without caches.
/// </summary>
internal static class Traffic
{
    private const int Moving = 20;
    private const int Batch = 500;
    private const double Skew = 1.0;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(40);

    public static async Task Run(Scoreboard board, int prompts)
    {
        var weight = await PlanWeight();
        // Plans get five eighths of the memory, so this gives them a quarter of what all plans weigh.
        await using var shop = await Shop.Open(new CacheOptions { MemoryBytes = weight * prompts / 4 * 8 / 5 });
        await Fill(shop, prompts);
        var plans = shop.Caches.Report().Tiers.Single(tier => tier.Tier == "plans");
        var exact = new ExactLru((int)(plans.Limit / weight));
        var (begun, done) = (new int[prompts], new int[prompts]);
        using var end = new CancellationTokenSource(Length);
        var moves = 0;
        var mover = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(Pause);
            for (; !end.IsCancellationRequested; moves++)
            {
                await timer.WaitForNextTickAsync();
                var prompt = moves % Moving;
                var next = Interlocked.Increment(ref begun[prompt]);
                await shop.Point(($"p{prompt}", 1 + (next % 2)));
                Interlocked.Exchange(ref done[prompt], next);
            }
        });
        var uncached = shop.Cold(new CacheOptions { MemoryBytes = 0 });
        var random = new Random(1);
        var zipf = new Zipf(prompts, Skew);
        var (composed, stale, wrong) = (0, 0, 0);
        var started = Stopwatch.GetTimestamp();
        while (!end.IsCancellationRequested)
        {
            var prompt = zipf.Next(random);
            var call = shop.Call(prompt < Moving ? $"p{prompt}@production" : $"p{prompt}") with { UserText = new Dictionary<string, string> { ["question"] = string.Create(CultureInfo.InvariantCulture, $"request {composed++}") } };
            var earliest = Volatile.Read(ref done[prompt]);
            var answer = await shop.Composer.Compose(shop.Owner, call);
            var latest = Volatile.Read(ref begun[prompt]);
            var version = answer.Plan.Base.Version!.Value;
            exact.Use((prompt, version));
            if (!Enumerable.Range(earliest, latest - earliest + 1).Any(count => 1 + (count % 2) == version))
                stale++;
            var fresh = await uncached.Compose(shop.Owner, call with { Prompt = shop.Call($"p{prompt}@{version}").Prompt, Tenant = null });
            if (fresh.Result.Content != answer.Result.Content)
                wrong++;
        }
        var elapsed = Stopwatch.GetElapsedTime(started);
        await mover;
        var report = shop.Caches.Report();
        var hits = report.Tiers.Single(tier => tier.Tier == "plans").Hits;
        board.Note("traffic", string.Create(CultureInfo.InvariantCulture, $"{prompts:N0} prompts, {composed:N0} composed in {elapsed.TotalSeconds:0} s beside their checks, {moves:N0} moves of an alias"));
        foreach (var tier in report.Tiers)
            board.Note(tier.Tier, string.Create(CultureInfo.InvariantCulture, $"{tier.Hits:N0} hits, {tier.Misses:N0} misses, {tier.Evictions:N0} evictions, {tier.Entries:N0} entries, {tier.Bytes:N0} of {tier.Limit:N0} B"));
        board.AtLeast("plan hits by exact LRU on the same trace", 0.95, (double)hits / exact.Hits);
        board.AtMost("answers older than their request", 0, stale);
        board.AtMost("answers that differ from composing without caches", 0, wrong);
    }

    private static async Task Fill(Shop shop, int prompts)
    {
        foreach (var batch in Enumerable.Range(0, prompts).Chunk(Batch))
        {
            await shop.Commit(batch.Select(p => Prompt(p, 1)));
        }
        await shop.Commit(Enumerable.Range(0, Moving).Select(p => Prompt(p, 2)));
        await shop.Point([.. Enumerable.Range(0, Moving).Select(p => ($"p{p}", 1L))]);
    }

    private static async Task<long> PlanWeight()
    {
        await using var shop = await Shop.Open();
        await shop.Commit([Prompt(0, 1)]);
        await shop.Composer.Compose(shop.Owner, shop.Call("p0"));
        return shop.Caches.Report().Tiers.Single(tier => tier.Tier == "plans").Bytes;
    }

    // All of one length, so that all plans weigh the same and exact LRU can count in entries.
    private static (string, string) Prompt(int number, int version) =>
        ($"p{number}.prompt.md", string.Create(CultureInfo.InvariantCulture, $"Prompt {number:000000} version {version} for {{{{ name }}}}. {FourLayers.Words(600)}\n{{% merge_point \"question\" user %}}{{% endmerge_point %}}\n"));
}
