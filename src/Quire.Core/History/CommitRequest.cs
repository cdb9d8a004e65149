using Quire.Core.Changes;
using Quire.Core.Drafts;
using Quire.Versioning.Objects;

namespace Quire.Core.History;

/// <summary>A wish to commit changes to a branch.</summary>
public sealed record CommitRequest
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The branch, without <c>refs/heads/</c>; null for the default one. It is created from the default branch where it does not exist.</summary>
    public string? Branch { get; init; }

    /// <summary>What the caller saw as the branch's head; null where the change is meant on top of whatever is there.</summary>
    public ObjectId? ExpectedHead { get; init; }

    /// <summary>Whether the branch must not have a commit yet.</summary>
    public bool ExpectEmpty { get; init; }

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>The files to set or remove, in order.</summary>
    public IReadOnlyList<FileChange> Changes { get; init; } = [];

    /// <summary>Prompts that get a number even where their text is unchanged.</summary>
    public IReadOnlyList<string> Register { get; init; } = [];

    /// <summary>Further moves that happen with the commit or not at all.</summary>
    public IReadOnlyList<Move> Moves { get; init; } = [];

    /// <summary>The breaks of merge points that the caller accepts.</summary>
    public IReadOnlyList<string> AcceptedBreaks { get; init; } = [];

    /// <summary>The name that the commit carries; null for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>Makes a repeated request answer as the first one did.</summary>
    public Idempotency? Idempotency { get; init; }

    /// <summary>The draft that is committed, which goes with the commit; null for none.</summary>
    public Draft? Draft { get; init; }
}
