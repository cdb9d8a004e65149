namespace Quire.Versioning.History;

/// <summary>What a client leaves out of a fetch, to ask for it when it needs it.</summary>
public enum FetchFilter
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The bytes of files.</summary>
    Blobs,

    /// <summary>Folders and the bytes of files.</summary>
    Trees,
}
