using Quire.AspNetCore.Commits;

namespace Quire.AspNetCore.Merging;

/// <summary>What a merge, revert or cherry-pick did, or would do.</summary>
internal sealed record MergeAnswer
{
    /// <summary><c>up-to-date</c>, <c>fast-forward</c>, <c>merge</c>, <c>squash</c>, <c>revert</c> or <c>cherry-pick</c>; <c>replayed</c> for an answer given again.</summary>
    public required string Kind { get; init; }

    /// <summary>The tree that it leads to; absent for an answer given again.</summary>
    public string? Tree { get; init; }

    /// <summary>What was changed; absent in a dry run.</summary>
    public ChangeAnswer? Change { get; init; }

    /// <summary>What could not be settled; only in a dry run.</summary>
    public required IReadOnlyList<MergedFileAnswer> Conflicts { get; init; }
}
