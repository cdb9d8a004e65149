using Quire.Versioning.Merging.Files;

namespace Quire.Versioning.Merging;

/// <summary>How trees are merged.</summary>
public sealed record MergeOptions
{
    /// <summary>The options of git's <c>merge-tree</c> with <c>merge.directoryRenames=false</c>.</summary>
    public static MergeOptions Default { get; } = new();

    /// <summary>The names in conflict markers and messages.</summary>
    public MergeLabels Labels { get; init; } = new();

    /// <summary>
    /// Beyond the square of this many pairs of files, renames are found only by equal content and equal names; 7000 by default, as git's.
    /// </summary>
    public int RenameLimit { get; init; } = 7000;

    /// <summary>How conflicts are written into files.</summary>
    public MergeStyle Style { get; init; }

    /// <summary>How many merges of merge bases one merge of a criss-cross history may need; 256 by default.</summary>
    public int MaxInnerMerges { get; init; } = 256;

    /// <summary>The time budget.</summary>
    public CancellationToken Cancellation { get; init; }
}
