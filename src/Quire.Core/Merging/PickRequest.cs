using Quire.Core.Changes;
using Quire.Core.History;
using Quire.Versioning.Objects;

namespace Quire.Core.Merging;

/// <summary>A wish to take a commit's change back, or to apply it to another branch.</summary>
public sealed record PickRequest
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The branch, without <c>refs/heads/</c>; null for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>The commit: a branch, a tag or <c>sha:HEX</c>.</summary>
    public required string Commit { get; init; }

    /// <summary>For a merge commit: the parent that counts as its mainline, from 1; 0 for other commits.</summary>
    public int Mainline { get; init; }

    /// <summary>The new commit's message; null for git's.</summary>
    public string? Message { get; init; }

    /// <summary>What the caller saw as the branch's head; null where that does not matter.</summary>
    public ObjectId? ExpectedHead { get; init; }

    /// <summary>What conflicted paths shall be.</summary>
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
