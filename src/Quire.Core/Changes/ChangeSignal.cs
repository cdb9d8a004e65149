namespace Quire.Core.Changes;

/// <summary>
/// Tells this process that changes have happened: caches of pointers drop what moved before the writer is answered, and subscribers of the feed wake.
/// </summary>
public sealed class ChangeSignal
{
    private readonly Lock _gate = new();
    private readonly List<Action<AppliedChange>> _handlers = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Calls <paramref name="handler"/> for each change, before its writer is answered. Handlers only drop cached pointers: they are quick and cannot fail.</summary>
    public void Subscribe(Action<AppliedChange> handler)
    {
        lock (_gate)
            _handlers.Add(handler);
    }

    /// <summary>Completes at the next change. Take it before reading the feed, so that nothing falls between.</summary>
    public Task Next
    {
        get
        {
            lock (_gate)
                return _next.Task;
        }
    }

    /// <summary>Announces a change that is durable.</summary>
    public void Announce(AppliedChange change)
    {
        Action<AppliedChange>[] handlers;
        TaskCompletionSource waiting;
        lock (_gate)
        {
            handlers = [.. _handlers];
            waiting = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        foreach (var handler in handlers)
            handler(change);
        waiting.SetResult();
    }
}
