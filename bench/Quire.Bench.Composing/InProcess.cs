using System.Collections.Frozen;
using System.Globalization;
using Quire.Bench.Harness;
using Quire.Core.Caching;
using Quire.Core.Composing;

namespace Quire.Bench.Composing;

/// <summary>The figures that need no network.</summary>
internal static class InProcess
{
    private const int Plans = 10_000;

    public static async Task Run(Scoreboard board, PairOptions options)
    {
        await Cold(board, options);
        LookUp(board, options);
        await Whole(board, options);
    }

    private static async Task Cold(Scoreboard board, PairOptions options)
    {
        var plan = FourLayers.Build([.. FourLayers.Files.Select(FourLayers.Parse)]);
        var request = FourLayers.Request();
        var parts = new ActionSampler("four parses and a render", () =>
        {
            foreach (var file in FourLayers.Files)
                FourLayers.Parse(file);
            FourLayers.Render(plan, request);
        });
        var cold = new ActionSampler("cold", () => FourLayers.Render(FourLayers.Build([.. FourLayers.Files.Select(FourLayers.Parse)]), request));
        board.AtMost("four layers cold (parse, merge, render) by the sum of four parses and one render", 4, PairComparison.Run(cold, parts, options));

        await using var shop = await Shop.Open();
        await shop.Commit(FourLayers.Files);
        var call = shop.Call(FourLayers.Path);
        var nothing = new CacheOptions { MemoryBytes = 0 };
        // A store in memory answers on the calling thread, so that its work counts here. Making the caches themselves, which a process does once, does not.
        var service = new PreparedSampler<ComposeService>("cold service", () => shop.Cold(nothing), cold => cold.Compose(shop.Owner, call).AsTask().GetAwaiter().GetResult());
        board.Note("the same with empty caches through the store (SQLite in memory)", PairComparison.Run(service, parts, options).ToString());
        await ColdParts.Print(board, shop);
        var making = new ActionSampler("making empty caches", () => shop.Cold(nothing));
        board.Note("what making those caches takes, which is not in it", PairComparison.Run(making, parts, options).ToString());
    }

    private static void LookUp(Scoreboard board, PairOptions options)
    {
        var hashes = Enumerable.Range(0, Plans).Select(i => Hash256.Of(i.ToString(CultureInfo.InvariantCulture))).ToArray();
        var frozen = hashes.ToFrozenDictionary(hash => hash, hash => hash.ToString());
        var cache = new MemoryCache<CacheKey, string>(1L << 30, (_, _) => 1_000);
        var keys = hashes.Select(hash => new CacheKey(1, hash)).ToArray();
        foreach (var key in keys)
            cache.Set(key, "plan");
        var (next, nextFrozen, found) = (0, 0, 0);
        // The key stands ready beside where the pointers lead, so a look-up of four known layers is a look-up of one key.
        var subject = new ActionSampler("plan look-up", () => found += cache.TryGet(keys[next = (next + 1) & 1023], out _) ? 1 : 0);
        var peer = new ActionSampler("FrozenDictionary", () => found += frozen.TryGetValue(hashes[nextFrozen = (nextFrozen + 1) & 1023], out _) ? 1 : 0);
        board.AtMost("plan look-up for four known layers by a FrozenDictionary look-up of 32 bytes", 8, PairComparison.Run(subject, peer, options));
        board.BytesAtMost("plan look-up allocates", 0, subject.AllocatedBytes(100_000));
        GC.KeepAlive(found);
    }

    private static async Task Whole(Scoreboard board, PairOptions options)
    {
        await using var shop = await Shop.Open();
        await shop.Commit(FourLayers.Files);
        var call = shop.Call(FourLayers.Path);
        var plan = (await shop.Composer.Compose(shop.Owner, call)).Plan;
        var request = FourLayers.Request();
        var subject = new ActionSampler("compose", () => Completed(shop, call));
        var peer = new ActionSampler("render", () => FourLayers.Render(plan, request));
        board.AtMost("whole compose with a cached plan, five variables, 200 bytes of user text, by the render alone", 1.3, PairComparison.Run(subject, peer, options));
        board.Note("allocation per compose, and per render alone", $"{subject.AllocatedBytes(2_000):N0} B, {peer.AllocatedBytes(2_000):N0} B");
        Tail(board, "compose", () => Completed(shop, call));
        Tail(board, "render", () => FourLayers.Render(plan, request));
        var kept = call with { UserText = new Dictionary<string, string>() };
        Completed(shop, kept);
        board.Note("an output from the cache (no user text) by the render alone", PairComparison.Run(new ActionSampler("output", () => Completed(shop, kept)), peer, options).ToString());
    }

    private static void Completed(Shop shop, Core.Composing.ComposeCall call)
    {
        var composing = shop.Composer.Compose(shop.Owner, call);
        if (!composing.IsCompletedSuccessfully)
            composing.AsTask().GetAwaiter().GetResult();
    }

    private static void Tail(Scoreboard board, string name, Action action)
    {
        var times = new double[20_000];
        for (var i = 0; i < times.Length; i++)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            action();
            times[i] = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        }
        Array.Sort(times);
        board.Note($"{name}, wall time of single calls", $"median {Units.Time(times[times.Length / 2])}, p99 {Units.Time(times[times.Length * 99 / 100])}");
    }
}
