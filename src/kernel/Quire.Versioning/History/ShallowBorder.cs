using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>
/// Where a history that is cut off ends. The rules are those of git: a depth counts from the tips or, where it is relative, from where the client's
/// history ends now; by time or by excluded histories, a commit with a parent that is left out is the end.
/// </summary>
internal sealed class ShallowBorder
{
    private readonly CommitHistory _history;
    private readonly HashSet<ObjectId> _clientShallow;
    private readonly HashSet<ObjectId> _inside = [];
    private readonly HashSet<ObjectId> _ends = [];

    private ShallowBorder(CommitHistory history, IEnumerable<ObjectId> clientShallow) => (_history, _clientShallow) = (history, [.. clientShallow]);

    /// <summary>The commits whose parents the client will not have.</summary>
    public IReadOnlySet<ObjectId> Ends => _ends;

    /// <summary>Whether a commit is sent with its parents.</summary>
    public bool IsInside(ObjectId commit) => _inside.Contains(commit);

    /// <summary>Draws the border that a request asks for.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.NothingSelected"/>: nothing would be left.</exception>
    public static ShallowBorder Draw(CommitHistory history, FetchRequest request, IReadOnlyCollection<ObjectId> tips)
    {
        var border = new ShallowBorder(history, request.ClientShallow);
        if (request.Depth == 0)
            border.ByChoice(request, tips);
        else if (request.IsRelative)
            border.ByDepth(border.Reachable(tips), request.Depth == int.MaxValue ? request.Depth : request.Depth + 1);
        else
            border.ByDepth(tips, request.Depth);
        return border;
    }

    private void ByDepth(IEnumerable<ObjectId> tips, int depth)
    {
        var level = tips.Distinct().ToList();
        var seen = new HashSet<ObjectId>(level);
        for (var at = 1; level.Count > 0; at++)
        {
            (at < depth ? _inside : _ends).UnionWith(level);
            level = at < depth ? [.. level.SelectMany(id => _history.Node(id).Parents).Where(seen.Add)] : [];
        }
        _ends.RemoveWhere(id => _history.Node(id).Parents.Count == 0);
    }

    // The ends that the client has now, as far as what it wants leads to them.
    private List<ObjectId> Reachable(IEnumerable<ObjectId> tips) => [.. Walk(tips, _clientShallow.Contains).Where(_clientShallow.Contains)];

    private void ByChoice(FetchRequest request, IEnumerable<ObjectId> tips)
    {
        var without = Walk(request.Without, _ => false).ToHashSet();
        var since = request.Since ?? long.MinValue;
        bool IsOut(ObjectId id) => without.Contains(id) || _history.Node(id).Time < since;
        var kept = Walk(tips.Where(tip => !IsOut(tip)), _ => false, IsOut).ToHashSet();
        if (kept.Count == 0)
            throw new VersioningException(VersioningCodes.NothingSelected, "No commit is left by what the fetch leaves out.", "Choose an earlier time, or fewer refs.");
        foreach (var id in kept)
            (_history.Node(id).Parents.All(kept.Contains) ? _inside : _ends).Add(id);
    }

    private IEnumerable<ObjectId> Walk(IEnumerable<ObjectId> tips, Func<ObjectId, bool> endsAt, Func<ObjectId, bool>? isOut = null)
    {
        var open = new Stack<ObjectId>(tips);
        var seen = new HashSet<ObjectId>(open);
        while (open.TryPop(out var id))
        {
            yield return id;
            if (endsAt(id))
                continue;
            foreach (var parent in _history.Node(id).Parents)
            {
                if (isOut?.Invoke(parent) != true && seen.Add(parent))
                    open.Push(parent);
            }
        }
    }
}
