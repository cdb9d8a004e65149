using Quire.Core.Changes;
using Quire.Core.Organisations;
using Quire.Versioning.Objects;

namespace Quire.Core.Merging;

/// <summary>A merge, revert or cherry-pick that was worked out on a snapshot.</summary>
internal sealed record PreparedMerge(Project Project, string Kind, ObjectId Tree)
{
    /// <summary>The objects that it needs.</summary>
    public IReadOnlyList<StagedObject> Objects { get; init; } = [];

    /// <summary>The move of the branch; null where there is nothing to do.</summary>
    public BranchMove? Move { get; init; }

    /// <summary>What could not be settled.</summary>
    public IReadOnlyList<MergedFile> Conflicts { get; init; } = [];
}
