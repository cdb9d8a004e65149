using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Quire.Bench.Versioning.Clone;

/// <summary>A server in a process of its own, whose processor time and memory are read from the system.</summary>
internal sealed class CloneServer : IDisposable
{
    private readonly Process _process;

    private CloneServer(string name, Process process, string address) => (Name, _process, Address) = (name, process, address);

    public string Name { get; }

    /// <summary>What is cloned.</summary>
    public string Address { get; }

    /// <summary>The most memory that the process had so far, in bytes; that of its children is not in it.</summary>
    public long PeakMemory => long.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    /// <summary>Quire over a data folder.</summary>
    public static CloneServer Quire(string data)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["clone-server", data]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var parts = (process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Quire did not start.")).Split(' ');
        return new CloneServer("quire", process, $"http://git:{parts[1]}@127.0.0.1:{parts[0]}/git/main/history.git");
    }

    /// <summary><c>git daemon</c> over a folder of repositories.</summary>
    public static CloneServer Daemon(string name, string folder, string repository)
    {
        var port = FreePort();
        // By its own name: git would wait for it as a child, and its time would not be this process's.
        var program = Path.Combine(Git.Run(folder, "--exec-path"), "git-daemon");
        var process = Process.Start(new ProcessStartInfo(program, ["--export-all", $"--base-path={folder}", "--listen=127.0.0.1", $"--port={port}"]))!;
        WaitFor(port);
        return new CloneServer(name, process, $"git://127.0.0.1:{port}/{repository}");
    }

    /// <summary>Clones into a new bare repository; answers the seconds of processor time that the server and its children took.</summary>
    public double Clone(string into)
    {
        var before = Cpu();
        Git.Run(Path.GetTempPath(), "clone", "--quiet", "--bare", Address, into);
        return Settled() - before;
    }

    public void Dispose()
    {
        if (_process.StartInfo.RedirectStandardInput)
            _process.StandardInput.Close();
        else
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // A child's time counts once it was waited for, which is a moment after the client has everything.
    private double Settled()
    {
        const int Enough = 3;
        var last = Cpu();
        for (var still = 0; still < Enough;)
        {
            Task.Delay(150).Wait();
            var now = Cpu();
            (still, last) = (now > last ? 0 : still + 1, now);
        }
        return last;
    }

    private double Cpu()
    {
        const double TicksPerSecond = 100;
        var text = File.ReadAllText($"/proc/{_process.Id}/stat");
        // After the name, which may hold anything: user and system time, then those of children.
        return text[(text.LastIndexOf(')') + 2)..].Split(' ')[11..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void WaitFor(int port)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (attempt < 100)
            {
                Task.Delay(50).Wait();
            }
        }
    }
}
