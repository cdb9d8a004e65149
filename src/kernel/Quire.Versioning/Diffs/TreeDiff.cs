using Quire.Versioning.Merging.Renames;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Diffs;

/// <summary>Compares two trees file by file.</summary>
public static class TreeDiff
{
    /// <summary>The files that differ, ordered by path.</summary>
    /// <param name="source">Where trees and blobs are read from.</param>
    /// <param name="old">The tree before; null for an empty one.</param>
    /// <param name="new">The tree after; null for an empty one.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static IReadOnlyList<FileDiff> Compute(IObjectSource source, ObjectId? old, ObjectId? @new, TreeDiffOptions? options = null)
    {
        options ??= new TreeDiffOptions();
        var changes = TreeWalker.Diff(source, old, @new, options.Under).ToList();
        var renames = options.FindRenames ? FindRenames(source, changes, options) : [];
        var moved = renames.Values.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var diffs = new List<FileDiff>(changes.Count);
        foreach (var change in changes)
        {
            if (change.New is { } file && change.Old is null && renames.TryGetValue(file.Path, out var from))
                diffs.Add(new FileDiff(from, file));
            else if (!change.IsDeleted || !moved.Contains(change.Path))
                diffs.Add(new FileDiff(change.Old, change.New));
        }
        return diffs;
    }

    private static Dictionary<string, TreeFile> FindRenames(IObjectSource source, List<TreeChange> changes, TreeDiffOptions options)
    {
        var side = new RenameSide();
        foreach (var change in changes)
        {
            if (change is { IsAdded: true, New: { } added })
                side.Added.Add(added);
            else if (change is { IsDeleted: true, Old: { } removed })
            {
                side.Removed.Add(removed);
                side.Relevant[removed.Path] = SourceRelevance.Content;
            }
        }
        return RenameFinder.Find(side, new Similarity(source), options.RenameLimit, options.Cancellation)
            .ToDictionary(r => r.New.Path, r => r.Old, StringComparer.Ordinal);
    }
}
