using Quire.Versioning.Commits;
using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>Works out what a client has to get: everything that its wants refer to, less what its haves refer to, cut off at a depth.</summary>
public sealed class FetchPlanner
{
    private readonly CommitHistory _history;
    private readonly FetchRequest _request;
    private readonly HashSet<ObjectId> _clientShallow;
    private readonly HashSet<ObjectId> _known = [];
    private readonly HashSet<ObjectId> _newShallow = [];
    private readonly HashSet<ObjectId> _unshallow = [];

    private FetchPlanner(CommitHistory history, FetchRequest request)
    {
        _history = history;
        _request = request;
        _clientShallow = [.. request.ClientShallow];
    }

    /// <summary>Plans one answer.</summary>
    /// <param name="history">The store.</param>
    /// <param name="request">What the client asks for. Haves that the store does not have are passed over.</param>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.MissingObject"/>: a want that is not in the store.</exception>
    public static FetchPlan Plan(CommitHistory history, FetchRequest request) => new FetchPlanner(history, request).Run();

    private FetchPlan Run()
    {
        var walker = new ObjectWalker(_history);
        var commits = new List<ObjectId>();
        var others = new List<ObjectId>();
        foreach (var want in _request.Wants)
            (Peel(want).Kind == ObjectKind.Commit ? commits : others).Add(want);
        MarkKnown();
        var missing = Missing([.. commits.Select(c => Peel(c).Id)]);
        ExcludeTreesOfBorder(walker, missing);
        var objects = new List<(ObjectId, ObjectKind)>();
        foreach (var want in _request.Wants)
            AddTags(walker, want, objects);
        // Most of a commit's tree was seen with its parent's.
        foreach (var id in _history.ParentsFirst(missing, id => !missing.Contains(id)))
            objects.AddRange(walker.OneCommit(id, KnownTree(id)));
        foreach (var other in others)
            objects.AddRange(walker.From(other));
        return new FetchPlan(objects, [.. _newShallow.Where(s => !_clientShallow.Contains(s))], [.. _unshallow]);
    }

    private GitObject Peel(ObjectId id) => _history.Source.Peel(id);

    private void MarkKnown()
    {
        var open = new Stack<ObjectId>();
        foreach (var have in _request.Haves)
        {
            if (_history.Source.TryRead(have, out _) && Peel(have) is { Kind: ObjectKind.Commit } commit)
                open.Push(commit.Id);
        }
        while (open.TryPop(out var id))
        {
            if (!_known.Add(id) || _clientShallow.Contains(id))
                continue;
            foreach (var parent in _history.Node(id).Parents)
                open.Push(parent);
        }
    }

    private HashSet<ObjectId> Missing(List<ObjectId> tips)
    {
        var missing = new HashSet<ObjectId>();
        var level = tips.Distinct().ToList();
        var seen = new HashSet<ObjectId>(level);
        for (var depth = 1; level.Count > 0; depth++)
        {
            var next = new List<ObjectId>();
            foreach (var id in level)
            {
                // Without a depth, what is known needs no looking behind; with one, the border may lie behind it.
                var known = _known.Contains(id);
                if (!known)
                    missing.Add(id);
                else if (_request.Depth == 0)
                    continue;
                next.AddRange(ParentsWithin(id, depth).Where(seen.Add));
            }
            level = next;
        }
        return missing;
    }

    private IReadOnlyList<ObjectId> ParentsWithin(ObjectId id, int depth)
    {
        var parents = _history.Node(id).Parents;
        if (parents.Count == 0)
            return parents;
        if (_request.Depth > 0 && depth >= _request.Depth)
        {
            _newShallow.Add(id);
            return [];
        }
        if (_request.Depth > 0 && _clientShallow.Contains(id))
            _unshallow.Add(id);
        else if (_clientShallow.Contains(id))
            return [];
        return parents;
    }

    private void ExcludeTreesOfBorder(ObjectWalker walker, HashSet<ObjectId> missing)
    {
        foreach (var parent in missing.SelectMany(id => _history.Node(id).Parents).Where(_known.Contains))
        {
            if (walker.Exclude(parent))
                walker.ExcludeTree(_history.Node(parent).Tree);
        }
        foreach (var known in _request.Wants.Where(_known.Contains))
            walker.Exclude(known);
    }

    private ObjectId? KnownTree(ObjectId id)
    {
        var parents = _history.Node(id).Parents;
        return parents.Count > 0 && !_newShallow.Contains(id) && !_clientShallow.Contains(id) ? _history.Node(parents[0]).Tree : null;
    }

    private void AddTags(ObjectWalker walker, ObjectId want, List<(ObjectId, ObjectKind)> objects)
    {
        for (var value = _history.Source.Read(want); value.Kind == ObjectKind.Tag; value = _history.Source.Read(Tag.Parse(value).Target))
        {
            if (walker.Exclude(value.Id))
                objects.Add((value.Id, ObjectKind.Tag));
        }
    }
}
