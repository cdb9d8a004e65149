namespace Quire.Core.Changes;

/// <summary>
/// The order of a project's writers in this process. Writers go together, each on its own snapshot, and the first one wins; who lost more than
/// once goes alone, so that nobody loses for ever. Turns are given in the order in which they were asked for.
/// </summary>
internal sealed class Turns
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private int _together;
    private bool _alone;

    /// <summary>Waits for a turn; it ends when it is disposed.</summary>
    public async Task<IDisposable> Take(bool alone, CancellationToken cancellation)
    {
        var waiter = new Waiter(alone);
        lock (_lock)
        {
            _waiting.AddLast(waiter);
            Go();
        }
        await using (cancellation.Register(() => GiveUp(waiter, cancellation)))
            await waiter.Admitted.Task;
        return new Turn(this, alone);
    }

    private void Go()
    {
        while (_waiting.First is { Value: var next } && !_alone && (!next.Alone || _together == 0))
        {
            _waiting.RemoveFirst();
            if (next.Alone)
                _alone = true;
            else
                _together++;
            next.Admitted.SetResult();
        }
    }

    // Who leaves the queue may have kept others waiting.
    private void GiveUp(Waiter waiter, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_waiting.Remove(waiter))
                return;
            waiter.Admitted.SetCanceled(cancellation);
            Go();
        }
    }

    private void End(bool alone)
    {
        lock (_lock)
        {
            if (alone)
                _alone = false;
            else
                _together--;
            Go();
        }
    }

    private sealed class Waiter(bool alone)
    {
        public bool Alone { get; } = alone;

        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(Turns turns, bool alone) : IDisposable
    {
        private bool _ended;

        public void Dispose()
        {
            if (_ended)
                return;
            _ended = true;
            turns.End(alone);
        }
    }
}
