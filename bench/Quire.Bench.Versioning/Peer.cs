using System.Diagnostics;
using System.Globalization;

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

    /// <summary>The CPU time of so many rounds, in nanoseconds.</summary>
    public double Run(string what, int rounds) => double.Parse(Ask($"{what} {rounds}").Split(' ')[0], CultureInfo.InvariantCulture);

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
}
