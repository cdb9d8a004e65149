using Quire.AspNetCore.Answers;
using Quire.Core.Changes;

namespace Quire.AspNetCore.Commits;

/// <summary>What a change did.</summary>
internal sealed record ChangeAnswer
{
    /// <summary>The number of the change; of the organisation's last one where nothing changed.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether anything changed at all.</summary>
    public required bool Changed { get; init; }

    /// <summary>Whether this answer was given before, to the same idempotency key.</summary>
    public required bool Replayed { get; init; }

    /// <summary>The new head of the branch.</summary>
    public string? Head { get; init; }

    /// <summary>The versions that it issued.</summary>
    public required IReadOnlyList<IssuedAnswer> Issued { get; init; }

    /// <summary>What may be worth a look, for example merge points that it breaks on a branch.</summary>
    public required IReadOnlyList<Finding> Warnings { get; init; }

    /// <summary>What Core says of a change.</summary>
    public static ChangeAnswer Of(Applied applied) => new()
    {
        Sequence = applied.Sequence,
        Changed = applied.Changed,
        Replayed = applied.Replayed,
        Head = applied.Head,
        Issued = [.. applied.Issued.Select(issued => new IssuedAnswer(issued.Path, issued.Number))],
        Warnings = Finding.All(applied.Warnings),
    };
}
