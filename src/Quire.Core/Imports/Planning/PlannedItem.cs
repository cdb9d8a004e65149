using Quire.Core.Changes;

namespace Quire.Core.Imports.Planning;

/// <summary>What an import does with one item.</summary>
internal sealed record PlannedItem
{
    /// <summary>Its place in the source.</summary>
    public required int Index { get; init; }

    /// <summary>The item.</summary>
    public required ImportItem Item { get; init; }

    /// <summary>The prompt's path, or the file's where it is no prompt.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it stands nowhere yet.</summary>
    public required bool IsNew { get; init; }

    /// <summary>The versions to write, oldest first, each different from the one before.</summary>
    public required IReadOnlyList<PlannedFile> Files { get; init; }

    /// <summary>The numbers that they get; none for what is no prompt, and on other branches.</summary>
    public IReadOnlyList<long> Numbers { get; init; } = [];

    /// <summary>The file that gives way, because the prompt is written down in another form.</summary>
    public string? Removes { get; init; }

    /// <summary>The aliases and annotations that move.</summary>
    public IReadOnlyList<Move> Moves { get; init; } = [];

    /// <summary>What becomes of it.</summary>
    public ImportOutcome Outcome => IsNew ? ImportOutcome.Created : Files.Count > 0 || Moves.Count > 0 ? ImportOutcome.Updated : ImportOutcome.Unchanged;
}
