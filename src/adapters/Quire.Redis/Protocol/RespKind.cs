namespace Quire.Redis.Protocol;

/// <summary>What a reply is.</summary>
internal enum RespKind
{
    /// <summary>Nothing: the key does not exist.</summary>
    Null,

    /// <summary>A short text, such as <c>OK</c>.</summary>
    Simple,

    /// <summary>A refusal.</summary>
    Error,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Bytes.</summary>
    Bulk,

    /// <summary>A list of replies.</summary>
    Array,
}
