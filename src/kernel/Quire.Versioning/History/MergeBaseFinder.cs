using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>
/// Finds best common ancestors as git does: both histories are coloured from the newest commit down, and the first that carry both colours are
/// candidates. Among equal times the order of discovery counts, so that the list has git's order.
/// </summary>
internal sealed class MergeBaseFinder
{
    private readonly CommitHistory _history;
    private readonly Dictionary<ObjectId, Mark> _marks = [];
    private readonly PriorityQueue<Mark, (long, long)> _queue = new();
    private long _order;
    private int _fresh;

    private MergeBaseFinder(CommitHistory history) => _history = history;

    /// <summary>The best common ancestors, newest first; empty where the histories have nothing in common.</summary>
    public static List<ObjectId> Find(CommitHistory history, ObjectId one, ObjectId two)
    {
        if (one == two)
            return [one];
        var finder = new MergeBaseFinder(history);
        var candidates = new List<CommitNode>();
        foreach (var mark in finder.Paint(one, [two]))
        {
            if ((mark.Colours & Colours.Stale) == 0)
                InsertByTime(candidates, mark.Node);
        }
        return [.. DropRedundant(history, candidates).Select(c => c.Id)];
    }

    private static List<CommitNode> DropRedundant(CommitHistory history, List<CommitNode> candidates)
    {
        if (candidates.Count < 2)
            return candidates;
        var redundant = new HashSet<ObjectId>();
        foreach (var candidate in candidates)
        {
            if (redundant.Contains(candidate.Id))
                continue;
            var others = candidates.Where(c => c.Id != candidate.Id && !redundant.Contains(c.Id)).Select(c => c.Id).ToList();
            var finder = new MergeBaseFinder(history);
            finder.Paint(candidate.Id, others);
            if ((finder._marks[candidate.Id].Colours & Colours.Two) != 0)
                redundant.Add(candidate.Id);
            redundant.UnionWith(others.Where(o => (finder._marks[o].Colours & Colours.One) != 0));
        }
        var kept = new List<CommitNode>();
        foreach (var candidate in candidates.Where(c => !redundant.Contains(c.Id)))
            InsertByTime(kept, candidate);
        return kept;
    }

    private List<Mark> Paint(ObjectId one, List<ObjectId> twos)
    {
        var found = new List<Mark>();
        Put(one, Colours.One);
        foreach (var two in twos)
            Put(two, Colours.Two);
        while (_fresh > 0)
        {
            var mark = _queue.Dequeue();
            mark.Queued--;
            if ((mark.Colours & Colours.Stale) == 0)
                _fresh--;
            var colours = mark.Colours & (Colours.Both | Colours.Stale);
            if (colours == Colours.Both)
            {
                if (!mark.IsFound)
                    InsertByTime(found, mark);
                mark.IsFound = true;
                colours |= Colours.Stale;
            }
            foreach (var parent in mark.Node.Parents)
                Put(parent, colours);
        }
        return found;
    }

    private void Put(ObjectId id, Colours colours)
    {
        if (!_marks.TryGetValue(id, out var mark))
            _marks.Add(id, mark = new Mark(_history.Node(id)));
        if ((mark.Colours & colours) == colours)
            return;
        var wasFresh = (mark.Colours & Colours.Stale) == 0;
        mark.Colours |= colours;
        var isFresh = (mark.Colours & Colours.Stale) == 0;
        if (wasFresh && !isFresh)
            _fresh -= mark.Queued;
        mark.Queued++;
        if (isFresh)
            _fresh++;
        _queue.Enqueue(mark, (-mark.Node.Time, _order++));
    }

    private static void InsertByTime(List<Mark> list, Mark mark)
    {
        var at = list.FindIndex(m => m.Node.Time < mark.Node.Time);
        list.Insert(at < 0 ? list.Count : at, mark);
    }

    private static void InsertByTime(List<CommitNode> list, CommitNode node)
    {
        var at = list.FindIndex(n => n.Time < node.Time);
        list.Insert(at < 0 ? list.Count : at, node);
    }

    [Flags]
    private enum Colours
    {
        None = 0,
        One = 1,
        Two = 2,
        Both = 3,
        Stale = 4,
    }

    private sealed class Mark(CommitNode node)
    {
        public CommitNode Node { get; } = node;

        public Colours Colours { get; set; }

        public bool IsFound { get; set; }

        public int Queued { get; set; }
    }
}
