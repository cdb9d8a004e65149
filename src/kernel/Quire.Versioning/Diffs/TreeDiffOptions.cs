namespace Quire.Versioning.Diffs;

/// <summary>How trees are compared.</summary>
public sealed record TreeDiffOptions
{
    /// <summary>A path to stay at or below; null for everything.</summary>
    public string? Under { get; init; }

    /// <summary>Whether files that moved are shown as moved; true by default. Empty files never are.</summary>
    public bool FindRenames { get; init; } = true;

    /// <summary>Beyond the square of this many pairs, moved files are found only by equal content and name; 1000 by default, as git's.</summary>
    public int RenameLimit { get; init; } = 1000;

    /// <summary>The time budget.</summary>
    public CancellationToken Cancellation { get; init; }
}
