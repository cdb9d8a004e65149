namespace Quire.Versioning.Merging.Files;

/// <summary>How conflicts are written into a file.</summary>
public enum MergeStyle
{
    /// <summary>Both sides, narrowed to the lines that differ: git's default.</summary>
    Merge,

    /// <summary>Both sides and the common ancestor between them, not narrowed.</summary>
    Diff3,
}
