using System.Diagnostics;
using System.Globalization;
using Quire.Bench.Harness;

namespace Quire.Bench.Versioning;

/// <summary>libgit2 behind a small C program, which is compiled on the spot.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(Process process) => _process = process;

    /// <summary>Compiles and starts the program; null where there is no compiler or no libgit2-dev.</summary>
    public static Peer? TryStart(string folder)
    {
        var program = Path.Combine(folder, "peer");
        using var compiler = Process.Start("cc", ["-O2", "-o", program, Path.Combine(AppContext.BaseDirectory, "libgit2_peer.c"), "-lgit2"]);
        compiler.WaitForExit();
        if (compiler.ExitCode != 0)
            return null;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new Peer(Process.Start(start)!);
    }

    public void Load(string folder, int count) => Ask($"load {folder} {count}");

    /// <summary>One operation is one pass over the loaded texts; the program times itself.</summary>
    public ISampler Sampler(string what) => new PassSampler(this, what);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The peer ended.");
    }

    private sealed class PassSampler(Peer peer, string what) : ISampler
    {
        public string Name => "libgit2";

        public double Sample(int operations) => double.Parse(peer.Ask($"{what} {operations}").Split(' ')[0], CultureInfo.InvariantCulture) / operations;
    }
}
