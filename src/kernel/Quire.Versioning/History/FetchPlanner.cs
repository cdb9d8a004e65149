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
    private readonly HashSet<ObjectId> _bases = [];
    private ShallowBorder? _border;

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
        {
            var peeled = Peel(want);
            (peeled.Kind == ObjectKind.Commit ? commits : others).Add(peeled.Kind == ObjectKind.Commit ? peeled.Id : want);
        }
        if (_request.Deepens && commits.Count > 0)
            _border = ShallowBorder.Draw(_history, _request, commits);
        MarkKnown();
        var missing = Missing(commits);
        ExcludeTreesOfBorder(walker, missing);
        var objects = new List<(ObjectId, ObjectKind)>();
        foreach (var want in _request.Wants)
            AddTags(walker, want, objects);
        // Most of a commit's tree was seen with its parent's.
        foreach (var id in _history.ParentsFirst(missing, id => !missing.Contains(id)))
            objects.AddRange(_request.Filter == FetchFilter.Trees ? [(id, ObjectKind.Commit)] : walker.OneCommit(id, KnownTree(id)).Where(IsSent));
        foreach (var other in others)
            objects.AddRange(walker.From(other).Where(item => item.Id == other || IsSent(item)));
        return new FetchPlan(objects, [.. NewEnds()], [.. Unshallow()], _bases);
    }

    private IEnumerable<ObjectId> NewEnds() => (_border?.Ends ?? Enumerable.Empty<ObjectId>()).Where(id => !_clientShallow.Contains(id));

    private IEnumerable<ObjectId> Unshallow() => _clientShallow.Where(id => _border?.IsInside(id) == true);

    private bool IsSent((ObjectId Id, ObjectKind Kind) item) => item.Kind switch
    {
        ObjectKind.Blob => _request.Filter == FetchFilter.None,
        ObjectKind.Tree => _request.Filter != FetchFilter.Trees,
        _ => true,
    };

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
        // The new border may run through what the client has, before the place where its history goes on.
        var open = new Stack<ObjectId>(tips.Concat(Unshallow().SelectMany(id => _history.Node(id).Parents)));
        var seen = new HashSet<ObjectId>(open);
        while (open.TryPop(out var id))
        {
            // Where the border stays, what is known needs no looking behind; where it moves, it may lie behind it.
            if (!_known.Contains(id))
                missing.Add(id);
            else if (_border is null)
                continue;
            foreach (var parent in IsCut(id) ? [] : _history.Node(id).Parents)
            {
                if (seen.Add(parent))
                    open.Push(parent);
            }
        }
        return missing;
    }

    private bool IsCut(ObjectId id) => _border is null ? _clientShallow.Contains(id) : _border.Ends.Contains(id);

    private void ExcludeTreesOfBorder(ObjectWalker walker, HashSet<ObjectId> missing)
    {
        foreach (var parent in missing.Where(id => !IsCut(id)).SelectMany(id => _history.Node(id).Parents).Where(_known.Contains))
        {
            if (walker.Exclude(parent) && _request.Filter != FetchFilter.Trees)
                _bases.UnionWith(walker.ExcludeTree(_history.Node(parent).Tree));
        }
        foreach (var known in _request.Wants.Where(_known.Contains))
            walker.Exclude(known);
    }

    private ObjectId? KnownTree(ObjectId id)
    {
        var parents = _history.Node(id).Parents;
        return parents.Count > 0 && !IsCut(id) ? _history.Node(parents[0]).Tree : null;
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
