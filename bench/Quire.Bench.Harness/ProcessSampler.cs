using System.Diagnostics;

namespace Quire.Bench.Harness;

/// <summary>Times a process from its start to its end.</summary>
public sealed class ProcessSampler(string name, string program, params string[] arguments) : ISampler
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public double Sample(int operations)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < operations; i++)
            RunOnce();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
    }

    private void RunOnce()
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
