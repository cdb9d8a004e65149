using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Quire.Bench.Harness;

namespace Quire.Bench.Composing;

/// <summary>Sends one request again and again over some connections, and answers the processor time that the server's process took for each.</summary>
internal sealed class ServerSampler : ISampler, IDisposable
{
    private const int Connections = 8;
    private const int Least = 2_000;
    private readonly Process _process;
    private readonly List<NetworkStream> _streams = [];
    private readonly byte[] _request;
    private int _answerLength;

    private ServerSampler(string name, Process process, int port, byte[] request)
    {
        (Name, _process, _request) = (name, process, request);
        for (var i = 0; i < Connections; i++)
            _streams.Add(new TcpClient("127.0.0.1", port) { NoDelay = true }.GetStream());
    }

    public string Name { get; }

    /// <summary>The body of the last answer that <see cref="Prime"/> read.</summary>
    public byte[] Body { get; private set; } = [];

    public static ServerSampler Start(string name, string body, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{name} did not start.");
        var parts = line.Split(' ');
        var head = $"POST {Servers.Route} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {parts[1]}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
        var sampler = new ServerSampler(name, process, int.Parse(parts[0], CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(head + body));
        sampler.Prime();
        return sampler;
    }

    public double Sample(int operations)
    {
        var each = Math.Max(operations, Least) / Connections;
        _process.Refresh();
        var before = _process.TotalProcessorTime;
        Task.WaitAll([.. _streams.Select(stream => Task.Run(() => Exchange(stream, each)))]);
        _process.Refresh();
        return (_process.TotalProcessorTime - before).TotalNanoseconds / (each * Connections);
    }

    /// <summary>The wall time of single requests on one connection, in nanoseconds, sorted.</summary>
    public double[] Latencies(int count)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            Exchange(_streams[0], 1);
            times[i] = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        }
        Array.Sort(times);
        return times;
    }

    public void Dispose()
    {
        foreach (var stream in _streams)
            stream.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    // The first answers differ (nothing was cached); from the second on they have one length.
    private void Prime()
    {
        for (var i = 0; i < 3; i++)
            ReadOne();
    }

    private void ReadOne()
    {
        _streams[0].Write(_request);
        var bytes = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            length += _streams[0].Read(bytes, length, bytes.Length - length);
            var end = bytes.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end < 0)
                continue;
            var head = Encoding.ASCII.GetString(bytes, 0, end);
            if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                throw new InvalidOperationException(Encoding.UTF8.GetString(bytes, 0, length));
            var size = int.Parse(head.Split("Content-Length: ")[1].Split("\r\n")[0], CultureInfo.InvariantCulture);
            _answerLength = end + 4 + size;
            if (length < _answerLength)
                continue;
            Body = bytes[(end + 4).._answerLength];
            return;
        }
    }

    private void Exchange(NetworkStream stream, int count)
    {
        var answer = new byte[_answerLength];
        for (var i = 0; i < count; i++)
        {
            stream.Write(_request);
            stream.ReadExactly(answer);
            if (!answer.AsSpan().StartsWith("HTTP/1.1 200"u8))
                throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        }
    }
}
