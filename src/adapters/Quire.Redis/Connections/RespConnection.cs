using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using System.Threading.Channels;
using Quire.Redis.Protocol;

namespace Quire.Redis.Connections;

/// <summary>
/// One connection. Commands are sent as they come, without waiting for the replies to those before (pipelining); replies come in the same order. After the
/// first fault it is of no use any more, and everybody who waits hears so.
/// </summary>
internal sealed class RespConnection : IDisposable
{
    private const int MaxPending = 1_024;
    private const long MaxPendingBytes = 16 * 1024 * 1024;
    private readonly Stream _stream;
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<PendingCommand> _sent = new();
    private readonly Channel<PendingCommand> _waiting = Channel.CreateUnbounded<PendingCommand>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<RespReply>? _pushed;
    private RedisException? _fault;
    private int _pending;
    private long _pendingBytes;

    private RespConnection(Stream stream)
    {
        _stream = stream;
        _ = Run(Write);
        _ = Run(Read);
    }

    /// <summary>Whether commands may be given to it.</summary>
    public bool IsAlive => Volatile.Read(ref _fault) is null;

    /// <summary>Connects, logs in and selects the database.</summary>
    /// <exception cref="RedisException">It did not succeed in time.</exception>
    public static async Task<RespConnection> Open(RedisOptions options, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(options.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        RespConnection? connection = null;
        try
        {
            connection = new RespConnection(await Connect(options, both.Token));
            await connection.LogIn(options, both.Token);
            return connection;
        }
        catch (Exception fault) when (fault is SocketException or IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            connection?.Dispose();
            throw new RedisException($"Redis at {options} cannot be reached: {(fault is OperationCanceledException ? "no answer in time" : fault.Message)}", fault);
        }
        catch (RedisException)
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command; null where too much is on its way already.</summary>
    /// <exception cref="RedisException">Later, through the task: the connection was lost.</exception>
    public Task<RespReply>? TrySend(byte[] command)
    {
        var pending = new PendingCommand(command);
        lock (_gate)
        {
            if (_fault is { } fault)
            {
                pending.Fail(fault);
                return pending.Reply;
            }
            if (Volatile.Read(ref _pending) >= MaxPending || Interlocked.Read(ref _pendingBytes) + command.Length > MaxPendingBytes)
                return null;
            Interlocked.Increment(ref _pending);
            Interlocked.Add(ref _pendingBytes, command.Length);
            _waiting.Writer.TryWrite(pending);
        }
        return pending.Reply;
    }

    /// <summary>Sends a command that must not be left out.</summary>
    /// <exception cref="RedisException">The connection was lost, or has too much to do.</exception>
    public Task<RespReply> Send(byte[] command) => TrySend(command) ?? throw new RedisException("Too many commands are waiting for Redis.");

    /// <summary>Turns it into a connection that only listens to a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="onMessage">Gets each message.</param>
    /// <param name="onListening">Called when the server has confirmed.</param>
    /// <returns>Completes when the connection is lost.</returns>
    public Task Subscribe(string channel, Action<ReadOnlyMemory<byte>> onMessage, Action onListening)
    {
        Volatile.Write(ref _pushed, reply =>
        {
            if (reply.Items is [{ Text: "subscribe" }, ..])
                onListening();
            else if (reply.Items is [{ Text: "message" }, _, { Bytes: var message }])
                onMessage(message);
            else
                throw new RedisException($"Redis refused to listen: {reply.Text}");
        });
        _ = Send(RespCommand.Of("SUBSCRIBE", channel));
        return _lost.Task;
    }

    /// <summary>Ends it; whoever waits hears why.</summary>
    public void Abort(RedisException reason)
    {
        lock (_gate)
        {
            if (_fault is not null)
                return;
            _fault = reason;
            _waiting.Writer.Complete();
        }
        _ended.Cancel();
        _stream.Dispose();
        _lost.TrySetResult();
        while (_sent.TryDequeue(out var sent))
            sent.Fail(reason);
        while (_waiting.Reader.TryRead(out var waiting))
            waiting.Fail(reason);
    }

    /// <summary>Ends it.</summary>
    public void Dispose() => Abort(new RedisException("The connection was closed."));

    private static async Task<Stream> Connect(RedisOptions options, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, cancellation);
            var stream = new NetworkStream(socket, ownsSocket: true);
            if (!options.UseTls)
                return stream;
            var secure = new SslStream(stream);
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host }, cancellation);
            return secure;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task LogIn(RedisOptions options, CancellationToken cancellation)
    {
        if (options.Password is { } password)
            Check("log in", await Send(options.User is { } user ? RespCommand.Of("AUTH", user, password) : RespCommand.Of("AUTH", password)).WaitAsync(cancellation));
        if (options.Database > 0)
            Check("select the database", await Send(RespCommand.Of("SELECT", $"{options.Database}")).WaitAsync(cancellation));
    }

    private static void Check(string what, RespReply reply)
    {
        if (reply.Kind == RespKind.Error)
            throw new RedisException($"Redis refused to {what}: {reply.Text}");
    }

    private async Task Run(Func<Task> loop)
    {
        try
        {
            await loop();
            Abort(new RedisException("Redis closed the connection."));
        }
        catch (RedisException fault)
        {
            Abort(fault);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            Abort(new RedisException($"The connection to Redis was lost: {fault.Message}", fault));
        }
    }

    private async Task Write()
    {
        var output = PipeWriter.Create(_stream, new StreamPipeWriterOptions(leaveOpen: true));
        await foreach (var command in _waiting.Reader.ReadAllAsync(_ended.Token))
        {
            // Known as sent before it is: its reply must not come to nobody.
            _sent.Enqueue(command);
            if (Volatile.Read(ref _fault) is { } fault)
                command.Fail(fault);
            await output.WriteAsync(command.Bytes, _ended.Token);
        }
    }

    private async Task Read()
    {
        var input = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true));
        while (true)
        {
            var result = await input.ReadAsync(_ended.Token);
            var bytes = result.Buffer;
            while (RespReader.TryRead(ref bytes, out var reply))
                Deliver(reply);
            input.AdvanceTo(bytes.Start, result.Buffer.End);
            if (result.IsCompleted)
                return;
        }
    }

    private void Deliver(RespReply reply)
    {
        if (Volatile.Read(ref _pushed) is { } pushed)
        {
            pushed(reply);
            return;
        }
        if (!_sent.TryDequeue(out var command))
            throw new RedisException("Redis sent a reply that nobody asked for.");
        Interlocked.Decrement(ref _pending);
        Interlocked.Add(ref _pendingBytes, -command.Bytes.Length);
        command.Complete(reply);
    }
}
