using Quire.Versioning.Objects;

namespace Quire.Versioning.Merging;

/// <summary>The result of merging trees.</summary>
/// <param name="Tree">The merged tree. Where there are conflicts it holds files with markers, as git's would.</param>
/// <param name="Conflicts">The paths that are not settled, in the order of their bytes; none if the merge is clean.</param>
/// <param name="Messages">What there is to tell, ordered by path.</param>
public sealed record TreeMerge(ObjectId Tree, IReadOnlyList<PathConflict> Conflicts, IReadOnlyList<MergeMessage> Messages)
{
    /// <summary>Whether everything is settled.</summary>
    public bool IsClean => Conflicts.Count == 0;

    /// <summary>The paths that are not settled, in the order of their bytes.</summary>
    public IEnumerable<string> ConflictedPaths => Conflicts.Select(c => c.Path);
}
