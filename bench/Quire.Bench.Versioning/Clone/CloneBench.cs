using System.Diagnostics;
using System.Globalization;
using Quire.Bench.Harness;

namespace Quire.Bench.Versioning.Clone;

/// <summary>
/// Clones of one history from Quire and from <c>git daemon</c>, taking turns; what counts is the processor time of the servers. The gate is Quire's by
/// that of the daemon over the repository as a push leaves it; the first clone after the start is printed apart. The repository after <c>git gc</c>, with its bitmaps, is printed beside it.
/// </summary>
internal static class CloneBench
{
    private const double Limit = 3;
    private const int Rounds = 5;

    public static int Run(int commits)
    {
        var folder = Directory.CreateTempSubdirectory("quire-clone-").FullName;
        try
        {
            var origin = Path.Combine(folder, "origin");
            GeneratedHistory.Write(origin, commits, 42);
            Git.Run(folder, "init", "--quiet", "--bare", "--initial-branch=main", "pushed");
            Git.Run(origin, "push", "--quiet", Path.Combine(folder, "pushed"), "main");
            Git.Run(folder, "clone", "--quiet", "--bare", "--no-local", "pushed", "collected");
            Git.Run(Path.Combine(folder, "collected"), "gc", "--quiet");
            return Compare(folder, origin);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static int Compare(string folder, string origin)
    {
        var data = Path.Combine(folder, "data");
        using (var server = CloneServer.Quire(data))
        {
            var clock = Stopwatch.StartNew();
            Git.Run(origin, "push", "--quiet", server.Address, "main");
            Say($"push of {Git.Run(origin, "rev-list", "--count", "main")} commits: {clock.Elapsed.TotalSeconds:0.0} s, peak {server.PeakMemory >> 20} MB");
        }
        // Cold: nothing that the push left in memory helps.
        using var quire = CloneServer.Quire(data);
        using var pushed = CloneServer.Daemon("git daemon, as pushed", folder, "pushed");
        using var collected = CloneServer.Daemon("git daemon, after gc", folder, "collected");
        CloneServer[] servers = [quire, pushed, collected];
        var first = quire.Clone(Path.Combine(folder, "first"));
        var times = servers.ToDictionary(server => server, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var server in servers)
                times[server].Add(server.Clone(Path.Combine(folder, $"{Array.IndexOf(servers, server)}-{round}")));
        }
        if (Git.Run(Path.Combine(folder, "0-0"), "rev-parse", "main") != Git.Run(origin, "rev-parse", "main"))
            throw new InvalidOperationException("The clone has another head.");
        Git.Run(Path.Combine(folder, "0-0"), "fsck", "--strict");
        Say($"quire, first clone after the start: {first:0.00} s");
        foreach (var server in servers)
            Say($"{server.Name}: {string.Join(' ', times[server].Select(time => time.ToString("0.00", CultureInfo.InvariantCulture)))}, peak {server.PeakMemory >> 20} MB");
        var ratio = Ratio(times[quire], times[pushed]);
        var cold = first / Statistics.Median([.. times[pushed]]);
        Say($"processor time by git daemon's, as pushed: {ratio:0.00} (first: {cold:0.00}); after gc: {Ratio(times[quire], times[collected]):0.00}; gate {Limit} {(ratio <= Limit ? "pass" : "FAIL")}");
        return ratio <= Limit ? 0 : 1;
    }

    private static double Ratio(List<double> subject, List<double> peer) => Statistics.Median([.. subject.Zip(peer, (one, other) => one / other)]);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
