using Quire.AspNetCore.Answers;
using Quire.Core.Changes;

namespace Quire.AspNetCore.Prompts;

/// <summary>What writing a prompt did.</summary>
internal sealed record SavedAnswer
{
    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>The number that was issued; absent where none was, and on branches that issue none.</summary>
    public long? Version { get; init; }

    /// <summary>The commit that was made; absent where nothing changed.</summary>
    public string? Commit { get; init; }

    /// <summary>The number of the change; of the organisation's last one where nothing changed.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether anything changed at all.</summary>
    public required bool Changed { get; init; }

    /// <summary>Whether this answer was given before, to the same idempotency key.</summary>
    public required bool Replayed { get; init; }

    /// <summary>What may be worth a look, for example merge points that it breaks on a branch.</summary>
    public required IReadOnlyList<Finding> Warnings { get; init; }

    /// <summary>What Core says of the change.</summary>
    public static SavedAnswer Of(string path, Applied applied) => new()
    {
        Path = path,
        Version = applied.Issued.FirstOrDefault(issued => issued.Path == path)?.Number,
        Commit = applied.Head,
        Sequence = applied.Sequence,
        Changed = applied.Changed,
        Replayed = applied.Replayed,
        Warnings = Finding.All(applied.Warnings),
    };
}
