using Quire.Core.Caching;

namespace Quire.AspNetCore.Caching;

/// <summary>A tier in memory.</summary>
internal sealed record CacheTierAnswer
{
    /// <summary><c>selections</c>, <c>plans</c> or <c>outputs</c>.</summary>
    public required string Tier { get; init; }

    /// <summary>Look-ups that found something, since the process started.</summary>
    public required long Hits { get; init; }

    /// <summary>Look-ups that found nothing of use.</summary>
    public required long Misses { get; init; }

    /// <summary>Hits by look-ups, from 0 to 1; absent before the first look-up.</summary>
    public double? HitRate { get; init; }

    /// <summary>Entries that made room for others.</summary>
    public required long Evictions { get; init; }

    /// <summary>Values that were too large to be kept.</summary>
    public required long Refusals { get; init; }

    /// <summary>Entries now.</summary>
    public required long Entries { get; init; }

    /// <summary>Their bytes, estimated on the safe side.</summary>
    public required long Bytes { get; init; }

    /// <summary>The most bytes it may hold.</summary>
    public required long Limit { get; init; }

    /// <summary>The report of Core.</summary>
    public static CacheTierAnswer Of(CacheTierReport report) => new()
    {
        Tier = report.Tier,
        Hits = report.Hits,
        Misses = report.Misses,
        HitRate = report.Hits + report.Misses == 0 ? null : Math.Round((double)report.Hits / (report.Hits + report.Misses), 4),
        Evictions = report.Evictions,
        Refusals = report.Refusals,
        Entries = report.Entries,
        Bytes = report.Bytes,
        Limit = report.Limit,
    };
}
