using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.Core.Git;

/// <summary>
/// The commits that refs lead to, found as far as somebody asks: what is near a tip is answered without walking the whole history.
/// </summary>
internal sealed class KnownCommits
{
    private readonly CommitHistory _history;
    private readonly HashSet<ObjectId> _found = [];
    private readonly PriorityQueue<ObjectId, long> _open = new();

    /// <summary>Begins at tips of any kind.</summary>
    public KnownCommits(CommitHistory history, IEnumerable<ObjectId> tips)
    {
        _history = history;
        foreach (var tip in tips)
        {
            if (history.Source.Peel(tip) is { Kind: ObjectKind.Commit } commit)
                Open(commit.Id);
            _found.Add(tip);
        }
    }

    /// <summary>Whether a tip leads to it.</summary>
    public bool Contains(ObjectId id)
    {
        while (!_found.Contains(id))
        {
            if (!_open.TryDequeue(out var next, out _))
                return false;
            foreach (var parent in _history.Node(next).Parents)
                Open(parent);
        }
        return true;
    }

    private void Open(ObjectId commit)
    {
        if (_found.Add(commit))
            _open.Enqueue(commit, -_history.Node(commit).Time);
    }
}
