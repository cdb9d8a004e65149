using Quire.Core.Caching;

namespace Quire.AspNetCore.Caching;

/// <summary>The caches of the process that answers.</summary>
/// <param name="Tiers">The tiers in memory: where addresses lead, plans, outputs.</param>
/// <param name="SecondTier">The second tier; absent where there is none.</param>
internal sealed record CacheAnswer(IReadOnlyList<CacheTierAnswer> Tiers, SecondTierAnswer? SecondTier)
{
    /// <summary>The report of Core.</summary>
    public static CacheAnswer Of(CacheReport report) => new(
        [.. report.Tiers.Select(CacheTierAnswer.Of)],
        report.SecondTier is { } second ? SecondTierAnswer.Of(second, report.SecondTierRejected) : null);
}
