using System.Globalization;

namespace Quire.Testing.Services;

/// <summary>A private Redis server on a free port of 127.0.0.1 that keeps nothing on disk.</summary>
public sealed class RedisServer : IDisposable
{
    private ServiceProcess? _server;

    private RedisServer(int port)
    {
        Port = port;
        Start();
    }

    /// <summary>What is missing to start one, as a sentence; null when nothing is.</summary>
    public static string? MissingReason { get; } = OperatingSystem.IsWindows() ? "tests start Redis on Linux and macOS only"
        : Executables.Find("redis-server") is null ? "Redis is not installed (Debian: apt-get install redis-server)"
        : null;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Host and port, as <c>127.0.0.1:PORT</c>.</summary>
    public string Endpoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>Starts a server; takes a few milliseconds.</summary>
    /// <exception cref="InvalidOperationException">Redis is missing or did not start.</exception>
    public static RedisServer StartNew() =>
        MissingReason is { } reason ? throw new InvalidOperationException(reason) : new RedisServer(LoopbackPort.Free());

    /// <summary>Starts it again after <see cref="Kill"/>, empty, on the same port.</summary>
    public void Start() => _server ??= new ServiceProcess(
        [],
        "KILL",
        "",
        [
            Executables.Find("redis-server")!, "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1",
            "--save", "", "--appendonly", "no", "--daemonize", "no", "--dir", Path.GetTempPath(),
        ],
        "Ready to accept connections");

    /// <summary>Kills it at once; everything it held is gone.</summary>
    public void Kill()
    {
        _server?.Dispose();
        _server = null;
    }

    /// <summary>Ends the server.</summary>
    public void Dispose() => Kill();
}
