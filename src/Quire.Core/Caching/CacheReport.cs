namespace Quire.Core.Caching;

/// <summary>The caches of this process.</summary>
public sealed record CacheReport
{
    /// <summary>The tiers in memory.</summary>
    public required IReadOnlyList<CacheTierReport> Tiers { get; init; }

    /// <summary>The second tier; null where there is none.</summary>
    public SecondTierReport? SecondTier { get; init; }

    /// <summary>Entries of the second tier that were not this installation's, or damaged, and were not used.</summary>
    public long SecondTierRejected { get; init; }
}
