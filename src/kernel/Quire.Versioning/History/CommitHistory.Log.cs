using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.History;

/// <content>Logs, a page at a time.</content>
public sealed partial class CommitHistory
{
    /// <summary>
    /// One page of the history of a commit. Where commit times run backwards, a commit may show again on a later page; within a page it never
    /// does.
    /// </summary>
    /// <param name="tip">The newest commit.</param>
    /// <param name="query">What to show.</param>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadCursor"/>.</exception>
    public LogPage Log(ObjectId tip, LogQuery? query = null)
    {
        query ??= new LogQuery();
        return query.Order == LogOrder.Time ? LogByTime(tip, query) : LogTopological(tip, query);
    }

    private LogPage LogByTime(ObjectId tip, LogQuery query)
    {
        var name = LogCursor.NameOf(tip, query);
        var frontier = new LogFrontier();
        foreach (var (id, time) in query.Cursor is null ? [(tip, Node(tip).Time)] : LogCursor.Read(query.Cursor, name))
            frontier.Add(id, time);
        var page = new List<CommitNode>();
        for (var visited = 0; visited < query.MaxVisited && page.Count < query.PageSize && frontier.TryTake(out var id, out var time); visited++)
        {
            query.Cancellation.ThrowIfCancellationRequested();
            var node = Node(id);
            if (Follow(node, query, out var parents))
                page.Add(node);
            // A parent never sorts before its child, whatever its clock said.
            foreach (var parent in parents)
                frontier.Add(parent, Math.Min(time, Node(parent).Time));
        }
        return new LogPage(page, frontier.IsEmpty ? null : LogCursor.Write(name, frontier.Rest()));
    }

    private LogPage LogTopological(ObjectId tip, LogQuery query)
    {
        var name = LogCursor.NameOf(tip, query);
        // The cursor's one entry carries in place of a time how many commits were shown.
        var skip = query.Cursor is null ? 0 : LogCursor.Read(query.Cursor, name).Sum(e => e.Time);
        var ordered = TopologicalOrder(tip, query);
        var page = ordered.Skip((int)Math.Min(skip, int.MaxValue)).Take(query.PageSize).ToList();
        var shown = skip + page.Count;
        return new LogPage(page, shown < ordered.Count ? LogCursor.Write(name, [(tip, shown)]) : null);
    }

    private List<CommitNode> TopologicalOrder(ObjectId tip, LogQuery query)
    {
        var parentsOf = new Dictionary<ObjectId, IReadOnlyList<ObjectId>>();
        var shown = new HashSet<ObjectId>();
        var children = new Dictionary<ObjectId, int> { [tip] = 0 };
        var open = new Stack<ObjectId>([tip]);
        while (open.TryPop(out var id))
        {
            query.Cancellation.ThrowIfCancellationRequested();
            if (Follow(Node(id), query, out var parents))
                shown.Add(id);
            parentsOf[id] = parents;
            foreach (var parent in parents)
            {
                if (children.TryAdd(parent, 1))
                    open.Push(parent);
                else
                    children[parent]++;
            }
        }
        var ordered = new List<CommitNode>();
        var order = 0L;
        var ready = new PriorityQueue<ObjectId, (long, long)>([(tip, (0L, order))]);
        while (ready.TryDequeue(out var id, out _))
        {
            if (shown.Contains(id))
                ordered.Add(Node(id));
            foreach (var parent in parentsOf[id])
            {
                if (--children[parent] == 0)
                    ready.Enqueue(parent, (-Node(parent).Time, ++order));
            }
        }
        return ordered;
    }

    /// <summary>Whether a commit is shown, and where the log goes on: a merge that equals a parent at the path is passed through to that parent.</summary>
    private bool Follow(CommitNode node, LogQuery query, out IReadOnlyList<ObjectId> parents)
    {
        parents = query.FirstParentOnly && node.Parents.Count > 1 ? [node.Parents[0]] : node.Parents;
        if (query.Path is null)
            return true;
        var here = EntryAt(node, query.Path);
        foreach (var parent in parents)
        {
            if (EntryAt(Node(parent), query.Path) != here)
                continue;
            parents = [parent];
            return false;
        }
        return parents.Count > 0 || here is not null;
    }

    private (EntryMode, ObjectId)? EntryAt(CommitNode node, string path) =>
        TreeWalker.Find(_source, node.Tree, path) is { } entry ? (entry.Mode, entry.Id) : null;
}
