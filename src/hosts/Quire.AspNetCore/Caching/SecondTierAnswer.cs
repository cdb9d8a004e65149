using Quire.Core.Caching;

namespace Quire.AspNetCore.Caching;

/// <summary>The second tier, as the process that answers has seen it.</summary>
internal sealed record SecondTierAnswer
{
    /// <summary>What and where it is.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is asked now; after repeated failures it is left alone for a while.</summary>
    public required bool Available { get; init; }

    /// <summary>Look-ups that found something.</summary>
    public required long Hits { get; init; }

    /// <summary>Look-ups that found nothing.</summary>
    public required long Misses { get; init; }

    /// <summary>Values that it has stored.</summary>
    public required long Writes { get; init; }

    /// <summary>Look-ups and writes that failed or took too long; each was answered without it.</summary>
    public required long Failures { get; init; }

    /// <summary>Look-ups and writes that were not tried.</summary>
    public required long Skipped { get; init; }

    /// <summary>Entries that were damaged or not this installation's, and were not used.</summary>
    public required long Rejected { get; init; }

    /// <summary>The report of Core.</summary>
    public static SecondTierAnswer Of(SecondTierReport report, long rejected) => new()
    {
        Name = report.Name,
        Available = report.Available,
        Hits = report.Hits,
        Misses = report.Misses,
        Writes = report.Writes,
        Failures = report.Failures,
        Skipped = report.Skipped,
        Rejected = rejected,
    };
}
