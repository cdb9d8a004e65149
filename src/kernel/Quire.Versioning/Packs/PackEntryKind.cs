namespace Quire.Versioning.Packs;

/// <summary>The kinds of entry in a pack; the first four are those of objects.</summary>
public enum PackEntryKind
{
    /// <summary>A whole commit.</summary>
    Commit = 1,

    /// <summary>A whole tree.</summary>
    Tree = 2,

    /// <summary>A whole blob.</summary>
    Blob = 3,

    /// <summary>A whole annotated tag.</summary>
    Tag = 4,

    /// <summary>A delta of an entry that stands some bytes before it in the pack.</summary>
    OffsetDelta = 6,

    /// <summary>A delta of an object that is named by its id.</summary>
    IdDelta = 7,
}
