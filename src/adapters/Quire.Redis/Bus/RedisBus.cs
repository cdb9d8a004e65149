using Quire.Redis.Connections;
using Quire.Redis.Protocol;

namespace Quire.Redis;

/// <summary>
/// Short messages between nodes. Redis keeps none of them: who does not listen at that moment misses it. So every listener is told after each
/// connection that it may have missed something, and reads what counts from the database.
/// </summary>
public sealed class RedisBus : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private readonly RedisOptions _options;
    private readonly TimeProvider _time;
    private readonly RedisClient _client;

    /// <summary>Prepares a bus; the first message connects.</summary>
    /// <param name="options">Where Redis is.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    public RedisBus(RedisOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time) = (options, time ?? TimeProvider.System);
        _client = new RedisClient(options, _time);
    }

    /// <summary>Sends a message to whoever listens now.</summary>
    /// <returns>Whether Redis took it.</returns>
    public async Task<bool> Publish(string channel, ReadOnlyMemory<byte> message, CancellationToken cancellation = default)
    {
        if (!_client.TryEnter())
            return false;
        try
        {
            var command = RespCommand.Of("PUBLISH"u8.ToArray(), System.Text.Encoding.UTF8.GetBytes(Name(channel)), message);
            return (await _client.Run(command, _options.Patience, cancellation)).Kind == RespKind.Integer;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    /// <summary>Listens until it is cancelled, connecting again as often as it takes.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="onMessage">Gets each message, one after another. It is quick and does not fail.</param>
    /// <param name="onConnected">Called when listening begins, for the first time and after each loss: messages may have been missed.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Listen(string channel, Action<ReadOnlyMemory<byte>> onMessage, Action onConnected, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(onMessage);
        ArgumentNullException.ThrowIfNull(onConnected);
        var pause = FirstPause;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                using var connection = await RespConnection.Open(_options, _time, cancellation);
                var lost = connection.Subscribe(Name(channel), onMessage, () =>
                {
                    pause = FirstPause;
                    onConnected();
                });
                await lost.WaitAsync(cancellation);
            }
            catch (RedisException)
            {
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Pause(pause, cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Closes the connection for publishing.</summary>
    public void Dispose() => _client.Dispose();

    private Task Pause(TimeSpan pause, CancellationToken cancellation) =>
        Task.Delay(pause, _time, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private string Name(string channel) => $"{_options.Prefix}:{channel}";
}
