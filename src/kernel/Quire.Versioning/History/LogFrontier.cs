using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>The commits that a log has reached but not shown, the newest first; among equal times the one that was reached first.</summary>
internal sealed class LogFrontier
{
    private readonly PriorityQueue<(ObjectId Id, long Time), (long, long)> _queue = new();
    private readonly HashSet<ObjectId> _seen = [];
    private long _order;

    public bool IsEmpty => _queue.Count == 0;

    public void Add(ObjectId id, long time)
    {
        if (_seen.Add(id))
            _queue.Enqueue((id, time), (-time, _order++));
    }

    public bool TryTake(out ObjectId id, out long time)
    {
        var found = _queue.TryDequeue(out var next, out _);
        (id, time) = next;
        return found;
    }

    /// <summary>Everything that is left, in order.</summary>
    public List<(ObjectId Id, long Time)> Rest()
    {
        var rest = new List<(ObjectId, long)>(_queue.Count);
        while (_queue.TryDequeue(out var next, out _))
            rest.Add(next);
        return rest;
    }
}
