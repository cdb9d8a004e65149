namespace Quire.Versioning.Merging.Files;

/// <summary>How a file is merged.</summary>
public sealed record FileMergeOptions
{
    /// <summary>The options that git's merges use.</summary>
    public static FileMergeOptions Default { get; } = new();

    /// <summary>The names in conflict markers.</summary>
    public MergeLabels Labels { get; init; } = new();

    /// <summary>The length of conflict markers, at least 1; 7 by default.</summary>
    public int MarkerSize { get; init; } = 7;

    /// <summary>How conflicts are written.</summary>
    public MergeStyle Style { get; init; } = MergeStyle.Merge;

    /// <summary>How lines are matched; histogram as in git's merges.</summary>
    public Diffs.DiffAlgorithm Algorithm { get; init; } = Diffs.DiffAlgorithm.Histogram;
}
