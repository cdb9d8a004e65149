using System.Diagnostics;
using System.Globalization;

namespace Quire.Bench.Http;

/// <summary>Runs wrk for a moment against one address, and reads what it counted.</summary>
internal static class Wrk
{
    public static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>Loads with one thread and 64 connections.</summary>
    /// <returns>Requests per second, and the processor time of this process per request in microseconds.</returns>
    public static (double PerSecond, double CpuMicroseconds) Run(Target target, int seconds)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        var output = Output(target, seconds);
        self.Refresh();
        var spent = self.TotalProcessorTime - before;
        var requests = double.Parse(output.Split('\n').First(line => line.Contains("requests in", StringComparison.Ordinal)).Trim().Split(' ')[0], CultureInfo.InvariantCulture);
        if (output.Contains("Non-2xx", StringComparison.Ordinal) && !target.Headers.Any(header => header.StartsWith("If-None-Match", StringComparison.Ordinal)))
            throw new InvalidOperationException($"{target.Url} answers errors under load:\n{output}");
        return (requests / seconds, spent.TotalMicroseconds / requests);
    }

    private static string Output(Target target, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-t1", "-c64", $"-d{seconds}s", .. target.Headers.SelectMany(header => new[] { "-H", header }), target.Url])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
