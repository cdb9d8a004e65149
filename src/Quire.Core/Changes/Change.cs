using Quire.Core.Access;
using Quire.Core.Drafts;
using Quire.Core.Organisations;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes;

/// <summary>What somebody wants to change in a project, all of it or nothing.</summary>
public sealed record Change
{
    /// <summary>Who wants it.</summary>
    public required Principal Actor { get; init; }

    /// <summary>The project.</summary>
    public required Project Project { get; init; }

    /// <summary>The pointers and annotations that move, in this order.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>New objects that the moves need. They are stored first: durable, unreachable until a pointer reaches them.</summary>
    public IReadOnlyList<StagedObject> Objects { get; init; } = [];

    /// <summary>Whether the caller staged the objects itself, so that the door has none that it could stage again.</summary>
    internal bool IsStaged { get; init; }

    /// <summary>The breaks of merge points that the caller has read and accepts, as the refusal named them.</summary>
    public IReadOnlyList<string> AcceptedBreaks { get; init; } = [];

    /// <summary>Makes a repeated request answer as the first one did; null for none.</summary>
    public Idempotency? Idempotency { get; init; }

    /// <summary>The draft that this change commits, which goes with it; null for none.</summary>
    public Draft? Draft { get; init; }
}
