using Quire.Versioning.Commits;
using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>
/// Walks over the commits of one store. Commits that were seen are remembered, so one instance may answer several questions. Parents that the
/// store does not have (a shallow clone's border) must be named as such, else they are an error. Not safe for several threads at once.
/// </summary>
public sealed partial class CommitHistory
{
    private readonly IObjectSource _source;
    private readonly ICommitGraph? _graph;
    private readonly Dictionary<ObjectId, CommitNode> _nodes = [];

    /// <summary>Walks over a store.</summary>
    /// <param name="source">Where commits are read from.</param>
    /// <param name="graph">A cache of parents, times and generations; null for none.</param>
    public CommitHistory(IObjectSource source, ICommitGraph? graph = null)
    {
        _source = source;
        _graph = graph;
    }

    /// <summary>Where commits and trees are read from.</summary>
    public IObjectSource Source => _source;

    /// <summary>What walks need of one commit.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.MissingObject"/>, <see cref="VersioningCodes.WrongKind"/> or <see cref="VersioningCodes.BadCommit"/>.</exception>
    public CommitNode Node(ObjectId id)
    {
        if (_nodes.TryGetValue(id, out var node))
            return node;
        if (_graph is null || !_graph.TryGet(id, out node))
            node = Read(id);
        _nodes.Add(id, node);
        return node;
    }

    /// <summary>The commit and its first parents, newest first.</summary>
    public IEnumerable<CommitNode> FirstParents(ObjectId tip)
    {
        var node = Node(tip);
        yield return node;
        while (node.Parents.Count > 0)
        {
            node = Node(node.Parents[0]);
            yield return node;
        }
    }

    /// <summary>The commits that tips lead to, each after all of its parents.</summary>
    /// <param name="tips">Where to begin.</param>
    /// <param name="stop">Commits that are left out, with what only they lead to.</param>
    public IEnumerable<ObjectId> ParentsFirst(IEnumerable<ObjectId> tips, Func<ObjectId, bool> stop)
    {
        var entered = new HashSet<ObjectId>();
        var open = new Stack<(ObjectId Id, bool IsDone)>(tips.Select(t => (t, false)));
        while (open.TryPop(out var next))
        {
            if (next.IsDone)
            {
                yield return next.Id;
                continue;
            }
            if (stop(next.Id) || !entered.Add(next.Id))
                continue;
            open.Push((next.Id, true));
            foreach (var parent in Node(next.Id).Parents)
                open.Push((parent, false));
        }
    }

    private CommitNode Read(ObjectId id)
    {
        var raw = _source.Read(id);
        if (CommitScan.TryRead(raw, out var node))
            return node;
        var commit = Commit.Parse(raw);
        return new CommitNode(id, commit.Tree, commit.Parents, commit.Committer.Seconds);
    }
}
