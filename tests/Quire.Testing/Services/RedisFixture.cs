using System.Globalization;

namespace Quire.Testing.Services;

/// <summary>
/// One <see cref="RedisServer"/> for all tests of an assembly, started when the first of them asks. Use it as
/// <c>[assembly: AssemblyFixture(typeof(RedisFixture))]</c>. A test that kills its server starts one of its own.
/// </summary>
public sealed class RedisFixture : IDisposable
{
    private readonly Lock _lock = new();
    private RedisServer? _server;
    private int _prefixes;

    /// <summary>The shared server. Skips or fails the running test where Redis is missing.</summary>
    public RedisServer Server
    {
        get
        {
            if (RedisServer.MissingReason is { } reason)
                RequiredServices.Missing(reason);
            lock (_lock)
                return _server ??= RedisServer.StartNew();
        }
    }

    /// <summary>A prefix for keys and channels that no other test of the assembly uses.</summary>
    public string NewPrefix() => string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _prefixes)}:");

    /// <summary>Ends the server.</summary>
    public void Dispose() => _server?.Dispose();
}
