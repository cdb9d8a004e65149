namespace Quire.Bench.Composing.Outages;

/// <summary>What was measured in one state of Redis.</summary>
/// <param name="Name">The state.</param>
/// <param name="OwnText">The requests with a user text of their own, which nobody keeps.</param>
/// <param name="Kept">The requests without user text, whose outputs are kept here and in Redis.</param>
/// <param name="SecondTierHits">Outputs that came from Redis.</param>
/// <param name="SecondTierFailures">Commands to Redis that failed or took too long.</param>
/// <param name="SecondTierSkipped">Commands that were not tried, because Redis was left alone.</param>
public sealed record PhaseFigures(string Name, Latencies OwnText, Latencies Kept, long SecondTierHits, long SecondTierFailures, long SecondTierSkipped);
