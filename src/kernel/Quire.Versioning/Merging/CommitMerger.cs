using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Merging;

/// <summary>Merges, reverts and cherry-picks commits. Only trees and blobs are made; writing the commit is left to the caller.</summary>
public sealed class CommitMerger
{
    private readonly StagingArea _objects;
    private readonly CommitHistory _history;
    private readonly MergeOptions _options;
    private int _innerMerges;

    /// <summary>Merges commits of one store.</summary>
    /// <param name="objects">Where objects are read from, and where new blobs and trees go.</param>
    /// <param name="options">How; null for git's way.</param>
    /// <param name="graph">A cache for walks; null for none.</param>
    public CommitMerger(StagingArea objects, MergeOptions? options = null, ICommitGraph? graph = null)
    {
        _objects = objects;
        _history = new CommitHistory(objects, graph);
        _options = options ?? MergeOptions.Default;
    }

    /// <summary>
    /// Merges two commits. Where they have several best common ancestors these are merged first, and the result, conflicts and all, is the
    /// base. Unrelated histories are merged over the empty tree.
    /// </summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.LimitExceeded"/>: the histories cross too often.</exception>
    public TreeMerge Merge(ObjectId ours, ObjectId theirs)
    {
        _innerMerges = 0;
        return Merge(_history.Node(ours), _history.Node(theirs), 0);
    }

    /// <summary>Applies the reverse of what a commit changed to a tree.</summary>
    /// <param name="commit">The commit to take back.</param>
    /// <param name="onto">The tree to change.</param>
    /// <param name="mainline">For a merge commit: which parent, counted from 1, it is compared with; 0 for others.</param>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadCommit"/>: a merge without mainline, or a mainline that is not there.</exception>
    public TreeMerge Revert(ObjectId commit, ObjectId onto, int mainline = 0)
    {
        var (before, after) = Change(commit, mainline);
        return TreeMerger.Merge(_objects, after, onto, before, _options);
    }

    /// <summary>Applies what a commit changed to a tree.</summary>
    /// <param name="commit">The commit to apply.</param>
    /// <param name="onto">The tree to change.</param>
    /// <param name="mainline">For a merge commit: which parent, counted from 1, it is compared with; 0 for others.</param>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadCommit"/>: a merge without mainline, or a mainline that is not there.</exception>
    public TreeMerge CherryPick(ObjectId commit, ObjectId onto, int mainline = 0)
    {
        var (before, after) = Change(commit, mainline);
        return TreeMerger.Merge(_objects, before, onto, after, _options);
    }

    private (ObjectId Before, ObjectId After) Change(ObjectId commit, int mainline)
    {
        var node = _history.Node(commit);
        if (node.Parents.Count > 1 && mainline == 0)
            throw BadMainline(commit, $"is a merge of {node.Parents.Count}", "Say which parent counts as the mainline.");
        if (mainline < 0 || mainline > node.Parents.Count)
            throw BadMainline(commit, $"has no parent number {mainline}", $"It has {node.Parents.Count}.");
        var before = node.Parents.Count == 0 ? ObjectId.EmptyTree : _history.Node(node.Parents[Math.Max(0, mainline - 1)]).Tree;
        return (before, node.Tree);
    }

    private static VersioningException BadMainline(ObjectId commit, string what, string hint) =>
        new(VersioningCodes.BadCommit, $"Commit {commit} {what}.", hint) { Subject = commit.ToString() };

    private TreeMerge Merge(CommitNode ours, CommitNode theirs, int depth)
    {
        var bases = _history.MergeBases(ours.Id, theirs.Id);
        if (bases.Count == 0)
            return TreeMerger.Merge(_objects, ObjectId.EmptyTree, ours.Tree, theirs.Tree, WithBase("empty tree"), depth);
        // Oldest first, as git merges them.
        var merged = _history.Node(bases[^1]);
        for (var i = bases.Count - 2; i >= 0; i--)
        {
            if (++_innerMerges > _options.MaxInnerMerges)
                throw new VersioningException(VersioningCodes.LimitExceeded, $"The histories cross so often that more than {_options.MaxInnerMerges} merges would be needed to find a base.", "Merge one of the earlier commits first.");
            var next = _history.Node(bases[i]);
            var inner = Merge(merged, next, depth + 1);
            merged = _history.AddVirtual(inner.Tree, merged.Id, next.Id);
        }
        var label = bases.Count == 1 ? merged.Id.Short() : "merged common ancestors";
        return TreeMerger.Merge(_objects, merged.Tree, ours.Tree, theirs.Tree, WithBase(label), depth);
    }

    private MergeOptions WithBase(string label) => _options with { Labels = _options.Labels with { Base = label } };
}
