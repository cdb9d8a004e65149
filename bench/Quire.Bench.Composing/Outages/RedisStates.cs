using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Quire.Testing.Services;

namespace Quire.Bench.Composing.Outages;

/// <summary>What is done to Redis, one after another.</summary>
internal sealed class RedisStates(RedisServer server) : IDisposable
{
    // Stopped six sevenths of the time: commands are answered late, many later than anybody waits for.
    private const string Slowing = "while :; do kill -STOP $0 || exit; sleep 0.03; kill -CONT $0; sleep 0.005; done";
    private Process? _slowing;
    private int _process;

    /// <summary>The states with what leads to each.</summary>
    public IReadOnlyList<(string Name, Action Enter)> All =>
    [
        ("answers, Quire warms up", () => { }),
        ("answers", () => { }),
        ("killed", server.Kill),
        ("started again, empty", server.Start),
        ("full (maxmemory 1)", () => Command("CONFIG SET maxmemory 1")),
        ("slow (stopped 30 of 35 ms)", Slow),
        ("halted (SIGSTOP)", Halt),
        ("answers again", Release),
    ];

    public void Dispose() => Release();

    private void Slow()
    {
        Command("CONFIG SET maxmemory 0");
        _process = ProcessId();
        _slowing = Process.Start("sh", ["-c", Slowing, _process.ToString(CultureInfo.InvariantCulture)]);
    }

    private void Halt()
    {
        EndSlowing();
        Signal("STOP");
    }

    private void Release()
    {
        EndSlowing();
        if (_process != 0)
            Signal("CONT");
        _process = 0;
    }

    private void EndSlowing()
    {
        _slowing?.Kill(entireProcessTree: true);
        _slowing?.WaitForExit();
        _slowing?.Dispose();
        _slowing = null;
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private int ProcessId() => int.Parse(
        Command("INFO server").Split('\n').Single(line => line.StartsWith("process_id:", StringComparison.Ordinal))["process_id:".Length..].Trim(), CultureInfo.InvariantCulture);

    // A line is a command, too; the answers asked for here fit one read.
    private string Command(string line)
    {
        using var client = new TcpClient("127.0.0.1", server.Port);
        var stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes(line + "\r\n"));
        var answer = new byte[65_536];
        var text = Encoding.ASCII.GetString(answer, 0, stream.Read(answer));
        return text.StartsWith('-') ? throw new InvalidOperationException($"{line}: {text}") : text;
    }
}
