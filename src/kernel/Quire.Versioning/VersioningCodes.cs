namespace Quire.Versioning;

/// <summary>The stable codes of <see cref="VersioningException"/>. Codes are documented in docs/versioning.md and never reused.</summary>
public static class VersioningCodes
{
    /// <summary>A text that should be an object id is not 40 hexadecimal digits.</summary>
    public const string BadObjectId = "QV1001";

    /// <summary>An object that something refers to is not in the store.</summary>
    public const string MissingObject = "QV1002";

    /// <summary>An object is there, but of another kind than its place asks for.</summary>
    public const string WrongKind = "QV1003";

    /// <summary>An object has the id of another one that is there already.</summary>
    public const string IdCollision = "QV1004";

    /// <summary>A tree's bytes do not parse.</summary>
    public const string BadTree = "QV1101";

    /// <summary>A tree holds two entries of one name, or its entries are out of order.</summary>
    public const string UnsortedTree = "QV1102";

    /// <summary>A path that may not be stored: <c>.git</c>, <c>..</c>, an empty segment, NUL.</summary>
    public const string RefusedPath = "QV1103";

    /// <summary>A mode that may not be stored: a symlink, a submodule, or one that git does not know.</summary>
    public const string RefusedMode = "QV1104";

    /// <summary>A file stands where a folder is needed, or the reverse.</summary>
    public const string FileFolderClash = "QV1105";

    /// <summary>A commit's or tag's bytes do not parse.</summary>
    public const string BadCommit = "QV1201";

    /// <summary>A name, email or header that cannot stand in a commit.</summary>
    public const string BadSignature = "QV1202";

    /// <summary>A limit of <see cref="VersioningLimits"/> is exceeded.</summary>
    public const string LimitExceeded = "QV1301";

    /// <summary>A pack's bytes do not parse: truncated, lying about a size, a bad checksum.</summary>
    public const string BadPack = "QV1401";

    /// <summary>A delta does not fit its base, or its base is missing or itself.</summary>
    public const string BadDelta = "QV1402";

    /// <summary>A pkt-line's length is not four hexadecimal digits, or is too long or too short.</summary>
    public const string BadPktLine = "QV1501";

    /// <summary>A fetch that leaves out every commit.</summary>
    public const string NothingSelected = "QV1502";

    /// <summary>A cursor that did not come from the same log.</summary>
    public const string BadCursor = "QV1601";
}
