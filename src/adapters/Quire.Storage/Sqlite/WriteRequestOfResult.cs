using Quire.Core.Stores;

namespace Quire.Storage.Sqlite;

/// <summary>Work with a result.</summary>
internal sealed class WriteRequest<T> : WriteRequest
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Cancelled = 2;

    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<ISession, T> _work;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly CancellationTokenRegistration _registration;
    private int _state;
    private T? _result;
    private Exception? _error;

    /// <summary>Makes a request that can be cancelled until it starts.</summary>
    public WriteRequest(Func<ISession, T> work, CancellationToken cancellation)
    {
        _work = work;
        _registration = cancellation.UnsafeRegister(static (request, token) => ((WriteRequest<T>)request!).Cancel(token), this);
    }

    /// <summary>Completes when the work is durable or has failed.</summary>
    public Task<T> Answered => _answer.Task;

    public override bool TryStart()
    {
        _registration.Unregister();
        return Interlocked.CompareExchange(ref _state, Started, Waiting) == Waiting;
    }

    // The work sees what its caller sees of traces and the like, although the thread is the writer's.
    public override void Run(ISession session)
    {
        if (_context is null)
            _result = _work(session);
        else
            ExecutionContext.Run(_context, _ => _result = _work(session), null);
    }

    public override void Keep(Exception error) => _error = error;

    public override void Answer()
    {
        if (_error is null)
            _answer.TrySetResult(_result!);
        else
            _answer.TrySetException(_error);
    }

    public override void Fail(Exception error) => _answer.TrySetException(error);

    private void Cancel(CancellationToken cancellation)
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting)
            _answer.TrySetCanceled(cancellation);
    }
}
