using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <content>Who descends from whom.</content>
public sealed partial class CommitHistory
{
    /// <summary>How many commits of both histories in a row end a count of ahead and behind.</summary>
    private const int CommonRun = 64;

    /// <summary>Whether a commit is another's ancestor, or the same.</summary>
    /// <param name="ancestor">The supposed ancestor.</param>
    /// <param name="descendant">The supposed descendant.</param>
    public bool IsAncestor(ObjectId ancestor, ObjectId descendant)
    {
        var floor = Node(ancestor).Generation;
        var seen = new HashSet<ObjectId> { descendant };
        var queue = new PriorityQueue<ObjectId, long>([(descendant, -Node(descendant).Time)]);
        while (queue.TryDequeue(out var id, out _))
        {
            if (id == ancestor)
                return true;
            var node = Node(id);
            // A commit of a known, not greater generation cannot descend from the one that is looked for.
            if (floor > 0 && node.Generation > 0 && node.Generation <= floor)
                continue;
            foreach (var parent in node.Parents)
            {
                if (seen.Add(parent))
                    queue.Enqueue(parent, -Node(parent).Time);
            }
        }
        return false;
    }

    /// <summary>All best common ancestors of two commits, newest first: one for simple histories, several for criss-cross ones, none for unrelated ones.</summary>
    public IReadOnlyList<ObjectId> MergeBases(ObjectId one, ObjectId two) => MergeBaseFinder.Find(this, one, two);

    /// <summary>
    /// How many commits one tip has that the other has not, both ways. Where commit times run backwards over long stretches the counts may be
    /// too high, as git's.
    /// </summary>
    public (int Ahead, int Behind) AheadBehind(ObjectId tip, ObjectId other)
    {
        const int Left = 1, Right = 2, Both = 3;
        var marks = new Dictionary<ObjectId, int>();
        var queue = new PriorityQueue<ObjectId, long>();
        Colour(tip, Left);
        Colour(other, Right);
        for (var common = 0; common < CommonRun && queue.TryDequeue(out var id, out _);)
        {
            common = marks[id] == Both ? common + 1 : 0;
            foreach (var parent in Node(id).Parents)
                Colour(parent, marks[id]);
        }
        return (marks.Values.Count(m => m == Left), marks.Values.Count(m => m == Right));

        void Colour(ObjectId id, int colour)
        {
            var before = marks.GetValueOrDefault(id);
            if ((before | colour) == before)
                return;
            marks[id] = before | colour;
            queue.Enqueue(id, -Node(id).Time);
        }
    }

    /// <summary>Adds a commit that exists only during a merge.</summary>
    internal CommitNode AddVirtual(ObjectId tree, ObjectId first, ObjectId second)
    {
        var name = $"virtual {tree} {first} {second}";
        var id = ObjectHash.Of(ObjectKind.Commit, System.Text.Encoding.ASCII.GetBytes(name));
        var node = new CommitNode(id, tree, [first, second], 0);
        _nodes[id] = node;
        return node;
    }
}
