using Quire.Core.Changes;

namespace Quire.Core.Drafts;

/// <summary>A wish to commit a draft.</summary>
public sealed record FinishDraft
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>The branch, without <c>refs/heads/</c>; null for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>The commit's message.</summary>
    public required string Message { get; init; }

    /// <summary>The name that the commit carries; null for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>Aliases to set on the version that is written.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The breaks of merge points that the caller accepts.</summary>
    public IReadOnlyList<string> AcceptedBreaks { get; init; } = [];

    /// <summary>Makes a repeated request answer as the first one did.</summary>
    public Idempotency? Idempotency { get; init; }
}
