namespace Quire.Core.Changes;

/// <summary>
/// Tells this process that changes have happened: caches of pointers drop what moved before the writer is answered, and subscribers of the feed wake.
/// It knows up to which number of each organisation its caches are right.
/// </summary>
public sealed class ChangeSignal
{
    private readonly Lock _gate = new();
    private readonly List<Action<AppliedChange>> _handlers = [];
    private readonly List<Action<AppliedChange>> _lastHandlers = [];
    private readonly Dictionary<long, KnownSequence> _known = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Calls <paramref name="handler"/> for each change, before its writer is answered. Handlers only drop cached pointers: they are quick and cannot fail.</summary>
    public void Subscribe(Action<AppliedChange> handler)
    {
        lock (_gate)
            _handlers.Add(handler);
    }

    /// <summary>
    /// Calls <paramref name="handler"/> after those of <see cref="Subscribe"/>: for caches of what is made out of cached pointers. Were one dropped before
    /// the pointers below it, a reader in between would fill it again with what has just moved.
    /// </summary>
    public void SubscribeLast(Action<AppliedChange> handler)
    {
        lock (_gate)
            _lastHandlers.Add(handler);
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

    /// <summary>
    /// The number up to which every change of the organisation was announced, whichever process made it: what is cached of pointers is as of this change,
    /// or later. Null while that is not known, because nobody asked yet.
    /// </summary>
    public long? Known(long organisationId)
    {
        lock (_gate)
            return _known.GetValueOrDefault(organisationId)?.Reached;
    }

    /// <summary>Announces a change that is durable. To announce one twice does no harm.</summary>
    public void Announce(AppliedChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var handler in Handlers())
            handler(change);
        // The caches are right by now, and not a moment earlier.
        TaskCompletionSource waiting;
        lock (_gate)
        {
            Note(change);
            waiting = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiting.SetResult();
    }

    /// <summary>Drops every cached pointer, because other processes cannot be heard. Wakes nobody: nothing is known to have happened.</summary>
    internal void ForgetAll()
    {
        var everything = AppliedChange.Gap(AppliedChange.Anybody, 0);
        foreach (var handler in Handlers())
            handler(everything);
    }

    private Action<AppliedChange>[] Handlers()
    {
        lock (_gate)
            return [.. _handlers, .. _lastHandlers];
    }

    private void Note(AppliedChange change)
    {
        if (_known.TryGetValue(change.OrganisationId, out var known))
            known.Add(change.Sequence, change.IsGap);
        else if (change.IsGap)
            _known[change.OrganisationId] = new KnownSequence(change.Sequence);
    }
}
