using Quire.Templating.Diagnostics;

namespace Quire.Core.Changes;

/// <summary>What a change did.</summary>
public sealed record Applied
{
    /// <summary>The number of the change; of the organisation's last change where nothing changed.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether anything changed at all.</summary>
    public required bool Changed { get; init; }

    /// <summary>The versions that it issued, in order.</summary>
    public IReadOnlyList<IssuedVersion> Issued { get; init; } = [];

    /// <summary>The new head of the branch that a commit was made on; null for changes without a commit.</summary>
    public string? Head { get; init; }

    /// <summary>Warnings: merge points that it breaks on a branch, and the like.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Whether this answer was given before, to the same idempotency key.</summary>
    public bool Replayed { get; init; }
}
