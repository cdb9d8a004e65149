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
}
