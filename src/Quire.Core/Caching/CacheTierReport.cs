namespace Quire.Core.Caching;

/// <summary>What a tier in memory has done since the process started, and holds now.</summary>
public sealed record CacheTierReport
{
    /// <summary>Its name: <c>selections</c>, <c>plans</c> or <c>outputs</c>.</summary>
    public required string Tier { get; init; }

    /// <summary>Look-ups that found something.</summary>
    public required long Hits { get; init; }

    /// <summary>Look-ups that found nothing, or something that a pointer's move had made useless.</summary>
    public required long Misses { get; init; }

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
}
