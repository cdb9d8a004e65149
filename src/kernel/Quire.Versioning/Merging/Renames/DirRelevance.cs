namespace Quire.Versioning.Merging.Renames;

/// <summary>Why it matters where the files of a removed folder went.</summary>
internal enum DirRelevance
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A folder above needs to know.</summary>
    ForAncestor,

    /// <summary>The other side added a file to the folder.</summary>
    ForSelf,
}
