using Quire.Redis.Protocol;

namespace Quire.Redis.Connections;

/// <summary>A command on its way, and who waits for its reply.</summary>
/// <param name="Bytes">The command.</param>
internal sealed record PendingCommand(byte[] Bytes)
{
    private readonly TaskCompletionSource<RespReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The reply; fails with <see cref="RedisException"/> where the connection is lost before it comes.</summary>
    public Task<RespReply> Reply => _reply.Task;

    /// <summary>The reply is here.</summary>
    public void Complete(RespReply reply) => _reply.TrySetResult(reply);

    /// <summary>No reply will come.</summary>
    public void Fail(RedisException reason)
    {
        _reply.TrySetException(reason);
        // Whoever waited may have given up before; an exception that nobody looks at is no event.
        _ = _reply.Task.Exception;
    }
}
