namespace Quire.Versioning.Merging.Files;

/// <summary>What a piece of a merged file is.</summary>
public enum MergeChunkKind
{
    /// <summary>Neither side changed it, or both changed it alike.</summary>
    Same,

    /// <summary>Only our side changed it.</summary>
    Ours,

    /// <summary>Only their side changed it.</summary>
    Theirs,

    /// <summary>The sides changed it differently.</summary>
    Conflict,
}
