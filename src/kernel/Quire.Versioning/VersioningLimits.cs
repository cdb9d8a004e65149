namespace Quire.Versioning;

/// <summary>The limits of this library on what comes from outside, in one table.</summary>
public static class VersioningLimits
{
    /// <summary>How deep folders may nest.</summary>
    public const int TreeDepth = 512;

    /// <summary>How many entries one walk over a tree may see.</summary>
    public const int TreeEntries = 2_000_000;

    /// <summary>The longest header of a commit or tag, in bytes, all headers together.</summary>
    public const int CommitHeaderBytes = 1 << 20;

    /// <summary>The largest file whose content is merged line by line, in bytes; a larger one is treated as binary. git draws the line at 1023 MiB.</summary>
    public const int MergeBytes = 256 << 20;

    /// <summary>How many tags may point at tags before something else is reached.</summary>
    public const int TagDepth = 16;

    /// <summary>How many stored deltas may lead to one whole object.</summary>
    public const int StoredDeltaChain = 32;
}
