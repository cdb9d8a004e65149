using Quire.AspNetCore.Prompts;
using Quire.Core.Seeding;

namespace Quire.AspNetCore.Seeding;

/// <summary>What became of the default prompts.</summary>
internal sealed record SeedAnswer
{
    /// <summary>The number of the change; of the organisation's last one where nothing was seeded.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether nothing was written, because only the answer was asked for.</summary>
    public required bool DryRun { get; init; }

    /// <summary>How many are new.</summary>
    public required int Seeded { get; init; }

    /// <summary>How many were there with this text, or were deleted.</summary>
    public required int Skipped { get; init; }

    /// <summary>How many were there with another text, which stays.</summary>
    public required int Changed { get; init; }

    /// <summary>One by one, in the order of the manifest.</summary>
    public required IReadOnlyList<SeededItemAnswer> Items { get; init; }

    /// <summary>What Core says.</summary>
    public static SeedAnswer Of(SeedResult result, bool dryRun) => new()
    {
        Sequence = result.Sequence,
        DryRun = dryRun,
        Seeded = Count(result, SeedOutcome.Seeded),
        Skipped = Count(result, SeedOutcome.Skipped),
        Changed = Count(result, SeedOutcome.Changed),
        Items = [.. result.Items.Select(item => new SeededItemAnswer(item.Name, item.Path, Words.Of(item.Outcome), item.Deleted))],
    };

    private static int Count(SeedResult result, SeedOutcome outcome) => result.Items.Count(item => item.Outcome == outcome);
}
