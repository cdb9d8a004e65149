using System.Globalization;
using System.Text;
using Quire.Core.Caching;
using Quire.Redis.Connections;
using Quire.Redis.Protocol;

namespace Quire.Redis;

/// <summary>The second tier in Redis. Whatever happens to Redis, look-ups answer within their deadline and nothing throws.</summary>
public sealed class RedisSecondTier : ISecondTierCache, IDisposable
{
    private const int Format = 1;
    private const int LargestValue = 4 * 1024 * 1024;
    private const string ScanCount = "1000";
    private static readonly TimeSpan ClearDeadline = TimeSpan.FromSeconds(10);
    private readonly RedisOptions _options;
    private readonly TimeProvider _time;
    private readonly RedisClient _client;
    private readonly string _lifetime;
    private long _hits;
    private long _misses;
    private long _writes;
    private long _failures;
    private long _skipped;

    /// <summary>Prepares a tier; the first command connects.</summary>
    /// <param name="options">Where Redis is.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    public RedisSecondTier(RedisOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time) = (options, time ?? TimeProvider.System);
        _client = new RedisClient(options, _time);
        _lifetime = ((long)options.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public SecondTierReport Report => new()
    {
        Name = $"redis {_options}",
        Available = _client.IsAvailable,
        Hits = Interlocked.Read(ref _hits),
        Misses = Interlocked.Read(ref _misses),
        Writes = Interlocked.Read(ref _writes),
        Failures = Interlocked.Read(ref _failures),
        Skipped = Interlocked.Read(ref _skipped),
    };

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> TryGet(CacheKey key, TimeSpan deadline, CancellationToken cancellation = default)
    {
        if (await Run(RespCommand.Of("GET", Name(key)), deadline, cancellation) is not { } reply)
            return null;
        if (reply.Kind != RespKind.Bulk)
        {
            Interlocked.Increment(ref _misses);
            return null;
        }
        Interlocked.Increment(ref _hits);
        return reply.Bytes;
    }

    /// <inheritdoc/>
    public void Set(CacheKey key, ReadOnlyMemory<byte> value)
    {
        if (value.Length > LargestValue)
        {
            Interlocked.Increment(ref _skipped);
            return;
        }
        _ = Store(RespCommand.Of(Bytes("SET"), Bytes(Name(key)), value, Bytes("EX"), Bytes(_lifetime)));
    }

    /// <inheritdoc/>
    public async Task Clear(long organisationId, CancellationToken cancellation = default)
    {
        var started = _time.GetTimestamp();
        var cursor = "0";
        do
        {
            var found = await Run(RespCommand.Of("SCAN", cursor, "MATCH", $"{NameOf(organisationId)}*", "COUNT", ScanCount), _options.Patience, cancellation);
            if (found is not { Kind: RespKind.Array, Items: [var next, { Items: var keys }] })
                return;
            if (keys.Count > 0 && await Run(RespCommand.Of([Bytes("UNLINK"), .. keys.Select(key => (ReadOnlyMemory<byte>)key.Bytes)]), _options.Patience, cancellation) is null)
                return;
            cursor = next.Text;
        }
        while (cursor != "0" && _time.GetElapsedTime(started) < ClearDeadline);
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _client.Dispose();

    private async Task Store(byte[] command)
    {
        if (await Run(command, _options.Patience, CancellationToken.None) is not null)
            Interlocked.Increment(ref _writes);
    }

    // Null for every failure: a refusal of Redis (full, loading, no permission) is one too.
    private async ValueTask<RespReply?> Run(byte[] command, TimeSpan deadline, CancellationToken cancellation)
    {
        if (!_client.TryEnter())
        {
            Interlocked.Increment(ref _skipped);
            return null;
        }
        try
        {
            var reply = await _client.Run(command, deadline, cancellation);
            if (reply.Kind != RespKind.Error)
                return reply;
        }
        catch (RedisException)
        {
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        Interlocked.Increment(ref _failures);
        return null;
    }

    private string Name(CacheKey key) => NameOf(key.OrganisationId) + key.Hash;

    private string NameOf(long organisationId) => string.Create(CultureInfo.InvariantCulture, $"{_options.Prefix}:cache{Format}:{organisationId}:");

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
