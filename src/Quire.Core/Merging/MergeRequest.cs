using Quire.Core.Changes;
using Quire.Core.History;
using Quire.Versioning.Objects;

namespace Quire.Core.Merging;

/// <summary>A wish to bring one history into a branch.</summary>
public sealed record MergeRequest
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The branch that takes the change, without <c>refs/heads/</c>; null for the default one.</summary>
    public string? Into { get; init; }

    /// <summary>What comes in: a branch, a tag or <c>sha:HEX</c>.</summary>
    public required string From { get; init; }

    /// <summary>How.</summary>
    public MergeMode Mode { get; init; }

    /// <summary>The commit's message; null for one that names both sides.</summary>
    public string? Message { get; init; }

    /// <summary>What the caller saw as the branch's head; null where that does not matter.</summary>
    public ObjectId? ExpectedHead { get; init; }

    /// <summary>What conflicted paths shall be. Other paths may be set, too.</summary>
    public IReadOnlyList<FileChange> Resolutions { get; init; } = [];

    /// <summary>Whether only the result is told and nothing is changed.</summary>
    public bool DryRun { get; init; }

    /// <summary>The breaks of merge points that the caller accepts.</summary>
    public IReadOnlyList<string> AcceptedBreaks { get; init; } = [];

    /// <summary>The name that the commit carries; null for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>Makes a repeated request answer as the first one did.</summary>
    public Idempotency? Idempotency { get; init; }
}
