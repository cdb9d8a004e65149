using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <content>Who descends from whom.</content>
public sealed partial class CommitHistory
{
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
}
