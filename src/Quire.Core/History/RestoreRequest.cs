using Quire.Core.Changes;
using Quire.Versioning.Objects;

namespace Quire.Core.History;

/// <summary>A wish to make a path what it was in a commit.</summary>
public sealed record RestoreRequest
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The file or folder.</summary>
    public required string Path { get; init; }

    /// <summary>Where it is taken from: a branch, a tag or <c>sha:HEX</c>.</summary>
    public required string From { get; init; }

    /// <summary>The branch that takes it; null for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>What the caller saw as the branch's head; null where that does not matter.</summary>
    public ObjectId? ExpectedHead { get; init; }

    /// <summary>The commit's message; null for one that names path and source.</summary>
    public string? Message { get; init; }

    /// <summary>The name that the commit carries; null for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>The breaks of merge points that the caller accepts.</summary>
    public IReadOnlyList<string> AcceptedBreaks { get; init; } = [];

    /// <summary>Makes a repeated request answer as the first one did.</summary>
    public Idempotency? Idempotency { get; init; }
}
