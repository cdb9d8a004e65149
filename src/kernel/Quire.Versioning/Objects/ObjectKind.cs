namespace Quire.Versioning.Objects;

/// <summary>The four kinds of git object; the values are those of the pack format.</summary>
public enum ObjectKind
{
    /// <summary>A commit.</summary>
    Commit = 1,

    /// <summary>A folder.</summary>
    Tree = 2,

    /// <summary>The bytes of a file.</summary>
    Blob = 3,

    /// <summary>An annotated tag.</summary>
    Tag = 4,
}
