using Quire.Core.Changes;

namespace Quire.Core.Imports;

/// <summary>What an import did, or would do.</summary>
public sealed record ImportReport
{
    /// <summary>The format that was read.</summary>
    public required ImportFormat Format { get; init; }

    /// <summary>Whether nothing was written, because only the answer was asked for.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The number of the change; of the organisation's last one where nothing changed.</summary>
    public required long Sequence { get; init; }

    /// <summary>One by one: first what arrived, in the order of the source, then what was skipped, then what failed.</summary>
    public required IReadOnlyList<ImportedItem> Items { get; init; }

    /// <summary>The new head of the branch; null where no commit was made.</summary>
    public string? Head { get; init; }

    /// <summary>The versions that were issued, in order; those that would be, for a dry run.</summary>
    public IReadOnlyList<IssuedVersion> Issued { get; init; } = [];

    /// <summary>How many items came out so.</summary>
    public int Count(ImportOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}
