namespace Quire.Versioning.Objects;

/// <summary>A git object as it is stored: its kind and its raw body, byte for byte. Never changes.</summary>
public sealed class GitObject
{
    /// <summary>Takes a kind and body and computes the id.</summary>
    public GitObject(ObjectKind kind, ReadOnlyMemory<byte> body)
        : this(ObjectHash.Of(kind, body.Span), kind, body)
    {
    }

    private GitObject(ObjectId id, ObjectKind kind, ReadOnlyMemory<byte> body)
    {
        Id = id;
        Kind = kind;
        Body = body;
    }

    /// <summary>The identity.</summary>
    public ObjectId Id { get; }

    /// <summary>The kind.</summary>
    public ObjectKind Kind { get; }

    /// <summary>The bytes without git's header.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Takes an object whose id the caller knows, from a store that checked it. Nothing is computed.</summary>
    public static GitObject Known(ObjectId id, ObjectKind kind, ReadOnlyMemory<byte> body) => new(id, kind, body);

    /// <summary>A blob of these bytes.</summary>
    public static GitObject Blob(ReadOnlyMemory<byte> content) => new(ObjectKind.Blob, content);
}
