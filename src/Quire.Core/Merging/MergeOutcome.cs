using Quire.Core.Changes;
using Quire.Versioning.Objects;

namespace Quire.Core.Merging;

/// <summary>What a merge, revert or cherry-pick did, or would do.</summary>
public sealed record MergeOutcome
{
    /// <summary><c>up-to-date</c>, <c>fast-forward</c>, <c>merge</c>, <c>squash</c>, <c>revert</c> or <c>cherry-pick</c>; <c>replayed</c> for an answer given again.</summary>
    public required string Kind { get; init; }

    /// <summary>The tree that it leads to; null for an answer given again. With conflicts, files with markers stand in it.</summary>
    public ObjectId? Tree { get; init; }

    /// <summary>What was changed; null in a dry run.</summary>
    public Applied? Applied { get; init; }

    /// <summary>What could not be settled; only in a dry run, since otherwise it is a refusal.</summary>
    public IReadOnlyList<MergedFile> Conflicts { get; init; } = [];
}
