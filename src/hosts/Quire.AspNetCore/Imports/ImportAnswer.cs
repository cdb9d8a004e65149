using Quire.AspNetCore.Commits;
using Quire.Core.Imports;

namespace Quire.AspNetCore.Imports;

/// <summary>What an import did, or would do.</summary>
internal sealed record ImportAnswer
{
    /// <summary>The format that was read.</summary>
    public required string Format { get; init; }

    /// <summary>Whether nothing was written, because only the answer was asked for.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether anything changed, or would.</summary>
    public required bool Changed { get; init; }

    /// <summary>The number of the change; of the organisation's last one where nothing changed.</summary>
    public required long Sequence { get; init; }

    /// <summary>The new head of the branch; absent where no commit was made.</summary>
    public string? Commit { get; init; }

    /// <summary>How many are new.</summary>
    public required int Created { get; init; }

    /// <summary>How many were there and have a new version, or other aliases or tags.</summary>
    public required int Updated { get; init; }

    /// <summary>How many were there like this.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How many are no prompts, and were left out.</summary>
    public required int Skipped { get; init; }

    /// <summary>How many could not be imported.</summary>
    public required int Failed { get; init; }

    /// <summary>The versions that were issued, in order; those that would be, for a dry run.</summary>
    public required IReadOnlyList<IssuedAnswer> Issued { get; init; }

    /// <summary>One by one: what arrived in the order of the source, what was skipped, what failed.</summary>
    public required IReadOnlyList<ImportedItemAnswer> Items { get; init; }

    /// <summary>What Core says.</summary>
    public static ImportAnswer Of(ImportReport report) => new()
    {
        Format = ImportFormats.NameOf(report.Format),
        DryRun = report.DryRun,
        Changed = report.Count(ImportOutcome.Created) + report.Count(ImportOutcome.Updated) > 0,
        Sequence = report.Sequence,
        Commit = report.Head,
        Created = report.Count(ImportOutcome.Created),
        Updated = report.Count(ImportOutcome.Updated),
        Unchanged = report.Count(ImportOutcome.Unchanged),
        Skipped = report.Count(ImportOutcome.Skipped),
        Failed = report.Count(ImportOutcome.Failed),
        Issued = [.. report.Issued.Select(issued => new IssuedAnswer(issued.Path, issued.Number))],
        Items = [.. report.Items.Select(ImportedItemAnswer.Of)],
    };
}
