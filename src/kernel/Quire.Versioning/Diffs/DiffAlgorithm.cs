namespace Quire.Versioning.Diffs;

/// <summary>How lines are matched.</summary>
public enum DiffAlgorithm
{
    /// <summary>Myers' O(ND) difference algorithm in linear space, with git's bounds on its cost. What <c>git diff</c> uses.</summary>
    Myers,

    /// <summary>Rare common lines first, as git's merges do.</summary>
    Histogram,
}
