using Quire.Versioning.Merging.Trees;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging;

/// <summary>Merges three trees as git's merge-ort does without directory renames: the base of every merge, revert and cherry-pick.</summary>
public static class TreeMerger
{
    /// <summary>Merges.</summary>
    /// <param name="objects">Where objects are read from, and where new blobs and trees go.</param>
    /// <param name="base">The common ancestor's tree.</param>
    /// <param name="ours">Our tree.</param>
    /// <param name="theirs">Their tree.</param>
    /// <param name="options">How; null for git's way.</param>
    public static TreeMerge Merge(StagingArea objects, ObjectId @base, ObjectId ours, ObjectId theirs, MergeOptions? options = null) =>
        Merge(objects, @base, ours, theirs, options ?? MergeOptions.Default, 0);

    internal static TreeMerge Merge(StagingArea objects, ObjectId @base, ObjectId ours, ObjectId theirs, MergeOptions options, int depth)
    {
        var state = new MergeState(objects, options, depth);
        MergeCollector.Collect(state, @base, ours, theirs);
        RenameApplier.Run(state);
        var tree = TreeAssembler.Run(state, ours);
        var conflicts = state.Conflicts
            .OrderBy(c => c.Key, Comparer<string>.Create(GitPath.Compare))
            .Select(c => Describe(c.Key, c.Value))
            .ToList();
        return new TreeMerge(tree, conflicts, state.Messages);
    }

    private static PathConflict Describe(string path, MergePath info)
    {
        var result = info.IsGone ? null : Version(path, info.Result);
        return new PathConflict(path, Stage(info, 0), Stage(info, 1), Stage(info, 2), result);
    }

    private static TreeFile? Stage(MergePath info, int side) =>
        (info.FileMask & (1 << side)) != 0 ? Version(info.Names[side], info.Stages[side]) : null;

    private static TreeFile? Version(string path, FileVersion version) => new TreeFile(path, version.Mode, version.Id);
}
