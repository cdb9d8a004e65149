namespace Quire.Core.Caching;

/// <summary>What the second tier has done since the process started.</summary>
public sealed record SecondTierReport
{
    /// <summary>What it is, for example <c>redis</c>, with the place but no secret.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is asked now; after repeated failures it is left alone for a while.</summary>
    public required bool Available { get; init; }

    /// <summary>Look-ups that found something.</summary>
    public required long Hits { get; init; }

    /// <summary>Look-ups that found nothing.</summary>
    public required long Misses { get; init; }

    /// <summary>Values handed over to be kept.</summary>
    public required long Writes { get; init; }

    /// <summary>Look-ups and writes that failed or took too long. Each was answered without the second tier.</summary>
    public required long Failures { get; init; }

    /// <summary>Look-ups and writes that were not tried, because the second tier was left alone or had too much to do.</summary>
    public required long Skipped { get; init; }
}
