using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>What a client asks for, and what it says that it has.</summary>
public sealed record FetchRequest
{
    /// <summary>The tips that it wants, of any kind.</summary>
    public required IReadOnlyList<ObjectId> Wants { get; init; }

    /// <summary>Objects that both sides have, with all that they refer to, down to <see cref="ClientShallow"/>.</summary>
    public IReadOnlyList<ObjectId> Haves { get; init; } = [];

    /// <summary>Commits whose parents the client does not have.</summary>
    public IReadOnlyList<ObjectId> ClientShallow { get; init; } = [];

    /// <summary>How many commits deep the client's history shall be, counted from the tips; 0 for all of it.</summary>
    public int Depth { get; init; }

    /// <summary>Whether the depth is counted from <see cref="ClientShallow"/>, not from the tips.</summary>
    public bool IsRelative { get; init; }

    /// <summary>The committer's time, in seconds since 1970, from which on commits are sent; null for all.</summary>
    public long? Since { get; init; }

    /// <summary>Commits whose histories are not sent.</summary>
    public IReadOnlyList<ObjectId> Without { get; init; } = [];

    /// <summary>What is left out. What is wanted by its own id comes all the same.</summary>
    public FetchFilter Filter { get; init; }

    /// <summary>Whether the border of the client's history is drawn anew.</summary>
    public bool Deepens => Depth > 0 || Since is not null || Without.Count > 0;
}
