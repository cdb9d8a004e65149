using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.History;

/// <summary>
/// Walks over everything that tips refer to: tags, commits, trees, blobs, each once. What an earlier call visited, or the caller excluded, is not
/// visited again, nor what only that refers to. For garbage collection, verification and packs.
/// </summary>
public sealed class ObjectWalker
{
    private readonly IObjectSource _source;
    private readonly CommitHistory _history;
    private readonly HashSet<ObjectId> _seen = [];

    /// <summary>Walks over a store.</summary>
    /// <param name="history">Where commits are read from.</param>
    public ObjectWalker(CommitHistory history)
    {
        _history = history;
        _source = history.Source;
    }

    /// <summary>How many objects were visited or excluded.</summary>
    public int SeenCount => _seen.Count;

    /// <summary>Whether an object was visited or excluded.</summary>
    public bool HasSeen(ObjectId id) => _seen.Contains(id);

    /// <summary>Leaves an object out. For a commit or tree this leaves out what only it refers to, since nothing leads there any more.</summary>
    /// <returns>False where it was left out or visited before.</returns>
    public bool Exclude(ObjectId id) => _seen.Add(id);

    /// <summary>Leaves out a tree and everything below it.</summary>
    /// <returns>What was neither left out nor visited before.</returns>
    public IEnumerable<ObjectId> ExcludeTree(ObjectId tree) => New(tree, ObjectId.EmptyTree).Select(item => item.Id);

    /// <summary>Visits all that a tip of any kind refers to.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.MissingObject"/>: the store is not whole.</exception>
    public IEnumerable<(ObjectId Id, ObjectKind Kind)> From(ObjectId tip)
    {
        var value = _source.Read(tip);
        for (var depth = 0; value.Kind == ObjectKind.Tag && depth <= VersioningLimits.TagDepth; depth++)
        {
            if (_seen.Add(value.Id))
                yield return (value.Id, ObjectKind.Tag);
            value = _source.Read(Tag.Parse(value).Target);
        }
        var below = value.Kind switch
        {
            ObjectKind.Commit => FromCommit(value.Id),
            ObjectKind.Tree => New(value.Id, ObjectId.EmptyTree),
            _ => _seen.Add(value.Id) ? [(value.Id, value.Kind)] : [],
        };
        foreach (var item in below)
            yield return item;
    }

    /// <summary>Visits one commit, and of its tree what a given other tree does not have. The commit's parents are left alone.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="knownTree">A tree that was visited or excluded with all that is below it; null for none.</param>
    public IEnumerable<(ObjectId Id, ObjectKind Kind)> OneCommit(ObjectId commit, ObjectId? knownTree)
    {
        if (!_seen.Add(commit))
            yield break;
        yield return (commit, ObjectKind.Commit);
        foreach (var item in New(_history.Node(commit).Tree, knownTree ?? ObjectId.EmptyTree))
            yield return item;
    }

    // Parents first, strictly: then a tree that was seen was seen with all that is below it, and only what differs from it needs a look.
    private IEnumerable<(ObjectId Id, ObjectKind Kind)> FromCommit(ObjectId tip)
    {
        foreach (var id in _history.ParentsFirst([tip], _seen.Contains))
        {
            var parents = _history.Node(id).Parents;
            var known = parents.Count > 0 ? _history.Node(parents[0]).Tree : ObjectId.EmptyTree;
            foreach (var item in OneCommit(id, _seen.Contains(known) ? known : null))
                yield return item;
        }
    }

    private List<(ObjectId Id, ObjectKind Kind)> New(ObjectId tree, ObjectId known)
    {
        var found = new List<(ObjectId, ObjectKind)>();
        AddNew(tree, known, found, 0);
        return found;
    }

    private void AddNew(ObjectId tree, ObjectId known, List<(ObjectId, ObjectKind)> found, int depth)
    {
        if (tree == known || !_seen.Add(tree))
            return;
        if (depth > VersioningLimits.TreeDepth)
            throw new VersioningException(VersioningCodes.LimitExceeded, $"Tree {tree} is nested deeper than {VersioningLimits.TreeDepth} folders.") { Subject = tree.ToString() };
        found.Add((tree, ObjectKind.Tree));
        var scan = new TreeScan(Body(tree));
        var old = new TreeScan(Body(known));
        var hasOld = old.MoveNext();
        while (scan.MoveNext())
        {
            while (hasOld && old.CompareTo(scan) < 0)
                hasOld = old.MoveNext();
            var counterpart = hasOld && old.CompareTo(scan) == 0;
            if ((counterpart && old.HasId(scan)) || scan.Mode == EntryMode.Submodule)
                continue;
            if (scan.Mode.IsTree())
                AddNew(scan.Id, counterpart ? old.Id : ObjectId.EmptyTree, found, depth + 1);
            else if (_seen.Add(scan.Id))
                found.Add((scan.Id, ObjectKind.Blob));
        }
    }

    private ReadOnlySpan<byte> Body(ObjectId tree) => tree == ObjectId.EmptyTree ? default : _source.Read(tree, ObjectKind.Tree).Body.Span;
}
