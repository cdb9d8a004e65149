using System.Globalization;
using Quire.Bench.Harness;
using Quire.Testing.Services;

namespace Quire.Bench.Composing.Outages;

/// <summary>
/// One run of a server process with a real store, a bound of 25 % on its memory and a Redis that is killed, started again, filled, halted and slowed while
/// Zipf traffic goes over all prompts, each request with a user text of its own, and an alias moves every 50 ms.
/// </summary>
public static class OutageRun
{
    /// <summary>Runs it and prints each state as it ends.</summary>
    public static async Task<OutageResult> Run(OutageOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var weight = await OutagePrompts.PlanWeight();
        // Plans get five eighths of the memory, so this gives them a quarter of what all plans weigh.
        var memory = weight * options.Prompts / 4 * 8 / 5;
        using var redis = RedisServer.StartNew();
        using var server = OutageServer.Start(redis.Port, options.Prompts, memory);
        using var states = new RedisStates(redis);
        var traffic = new OutageTraffic(server, options, (int)(memory * 5 / 8 / weight));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Prompts:N0} prompts in SQLite, plans of {weight:N0} B each, room for {memory * 5 / 8 / weight:N0} of them"));
        var phases = await Phases(states, traffic, server, options.Phase, output);
        var caches = await server.Caches();
        foreach (var tier in caches.GetProperty("tiers").EnumerateArray())
            output.WriteLine($"       {tier.GetRawText()}");
        return new OutageResult
        {
            Phases = phases,
            Errors = traffic.Errors,
            Stale = traffic.Stale,
            Wrong = traffic.Wrong,
            Moves = traffic.Moves,
            PlanHits = caches.GetProperty("tiers").EnumerateArray().Single(tier => tier.GetProperty("tier").GetString() == "plans").GetProperty("hits").GetInt64(),
            ExactHits = traffic.ExactHits,
        };
    }

    /// <summary>Prints a result against its goals.</summary>
    public static void Judge(Scoreboard board, OutageResult result)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(result);
        board.Note("composed over HTTP, and moves of an alias", string.Create(CultureInfo.InvariantCulture, $"{result.Composed:N0}, {result.Moves:N0}"));
        board.AtLeast("plan hits by exact LRU on the same trace", 0.95, (double)result.PlanHits / result.ExactHits);
        board.AtMost("errors", 0, result.Errors.Count);
        board.AtMost("answers older than their request", 0, result.Stale.Count);
        board.AtMost("answers that differ from composing without caches", 0, result.Wrong.Count);
        foreach (var fault in result.Errors.Concat(result.Stale).Concat(result.Wrong).Take(10))
            board.Note("fault", fault);
    }

    private static async Task<List<PhaseFigures>> Phases(RedisStates states, OutageTraffic traffic, OutageServer server, TimeSpan length, TextWriter output)
    {
        var phases = new List<PhaseFigures>();
        using var end = new CancellationTokenSource();
        var running = traffic.Run(end.Token);
        var before = await SecondTier(server);
        foreach (var (name, enter) in states.All)
        {
            enter();
            await Task.WhenAny(Task.Delay(length), running);
            var (ownText, kept) = traffic.Take();
            var after = await SecondTier(server);
            phases.Add(new PhaseFigures(name, ownText, kept, after.Hits - before.Hits, after.Failures - before.Failures, after.Skipped - before.Skipped));
            before = after;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"       {name,-27} own text {ownText}; kept outputs {kept}; Redis: {phases[^1].SecondTierHits:N0} hits, {phases[^1].SecondTierFailures:N0} failures, {phases[^1].SecondTierSkipped:N0} skipped"));
        }
        await end.CancelAsync();
        await running;
        return phases;
    }

    private static async Task<(long Hits, long Failures, long Skipped)> SecondTier(OutageServer server)
    {
        var tier = (await server.Caches()).GetProperty("secondTier");
        return (tier.GetProperty("hits").GetInt64(), tier.GetProperty("failures").GetInt64(), tier.GetProperty("skipped").GetInt64());
    }
}
