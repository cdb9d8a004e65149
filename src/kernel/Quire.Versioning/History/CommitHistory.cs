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

    private CommitNode Read(ObjectId id)
    {
        var commit = _source.ReadCommit(id);
        return new CommitNode(id, commit.Tree, commit.Parents, commit.Committer.Seconds);
    }
}
