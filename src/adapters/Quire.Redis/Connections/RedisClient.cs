using Quire.Redis.Protocol;

namespace Quire.Redis.Connections;

/// <summary>
/// A connection that comes back by itself: the first command connects, and so does the first one after a loss. While Redis fails again and again, commands
/// are refused at once.
/// </summary>
internal sealed class RedisClient(RedisOptions options, TimeProvider time) : IDisposable
{
    private readonly CircuitBreaker _breaker = new(time);
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _gate = new();
    private Task<RespConnection>? _connection;

    /// <summary>Whether commands are tried.</summary>
    public bool IsAvailable => !_breaker.IsOpen;

    /// <summary>Whether a command may be tried now. Who is told yes calls <see cref="Run"/>.</summary>
    public bool TryEnter() => !_closed.IsCancellationRequested && _breaker.TryEnter();

    /// <summary>Sends a command and waits for its reply.</summary>
    /// <exception cref="RedisException">Redis failed, or was too slow.</exception>
    public async Task<RespReply> Run(byte[] command, TimeSpan deadline, CancellationToken cancellation = default)
    {
        var exchange = Observed(Exchange(command, cancellation));
        try
        {
            var reply = await exchange.WaitAsync(deadline, time, cancellation);
            _breaker.Succeed();
            return reply;
        }
        catch (TimeoutException)
        {
            throw Failed(new RedisException($"Redis at {options} did not answer within {deadline.TotalMilliseconds:0} ms."));
        }
        catch (RedisException fault)
        {
            throw Failed(fault);
        }
    }

    /// <summary>Closes the connection for good.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        Drop(new RedisException("The client was closed."));
        _closed.Dispose();
    }

    private async Task<RespReply> Exchange(byte[] command, CancellationToken cancellation)
    {
        var connection = await Connection().WaitAsync(cancellation);
        return await connection.Send(command);
    }

    private Task<RespConnection> Connection()
    {
        lock (_gate)
        {
            var usable = _connection is { } known && (!known.IsCompleted || (known.IsCompletedSuccessfully && known.Result.IsAlive));
            return usable ? _connection! : _connection = Observed(RespConnection.Open(options, time, _closed.Token));
        }
    }

    // A command that was too slow leaves its place in the queue to the reply that may still come; when Redis is given up, everything behind it goes too.
    private RedisException Failed(RedisException fault)
    {
        if (_breaker.Fail())
            Drop(fault);
        return fault;
    }

    private void Drop(RedisException reason)
    {
        Task<RespConnection>? connection;
        lock (_gate)
            (connection, _connection) = (_connection, null);
        connection?.ContinueWith(opened => opened.Result.Abort(reason), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    // Whoever asked may have given up before the task fails; an exception that nobody looks at is no event.
    private static Task<T> Observed<T>(Task<T> task)
    {
        task.ContinueWith(failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return task;
    }
}
