using Quire.Bench.Harness;

namespace Quire.Bench.Versioning;

/// <summary>What reading costs when a prompt has very many versions: against few of them, and against git on the same repository.</summary>
internal static class Versions
{
    private const int Few = 100;
    private const double Flat = 1.2;
    private const double BesideGit = 0.5;

    /// <summary>Runs it and prints the ratios.</summary>
    public static async Task<bool> Run(int many)
    {
        var folder = Directory.CreateTempSubdirectory("quire-versions-").FullName;
        try
        {
            await using var small = await LongHistory.Make(folder, Few);
            await using var large = await LongHistory.Make(folder, many);
            var passed = Print(new ClockSampler($"log page at {many}", large.Log), new ClockSampler($"at {Few}", small.Log), Flat);
            passed &= Print(new ClockSampler($"any version of {many}", large.Show), new ClockSampler($"of {Few}", small.Show), Flat);
            var git = new ProcessSampler("git blame", "git", "-C", large.Repository, "blame", "main", "--", "prompt.prompt.md");
            passed &= Print(new ClockSampler($"blame at {many}, objects kept as a server keeps them", large.BlameAgain), git, BesideGit);
            // Not the gate: the first one after a start, which inflates everything from rows.
            Console.WriteLine(PairComparison.Run(new ClockSampler($"blame at {many}, nothing kept", large.Blame), git));
            return passed;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static bool Print(ISampler subject, ISampler peer, double limit)
    {
        var result = PairComparison.Run(subject, peer);
        var passed = result.Ratio <= limit;
        Console.WriteLine($"{result} {(passed ? "pass" : "FAIL")}");
        return passed;
    }
}
