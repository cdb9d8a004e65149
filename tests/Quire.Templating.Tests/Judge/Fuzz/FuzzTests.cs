using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Fuzz;

/// <summary>
/// Random sentences of each dialect's grammar and mutations of whatever showed something new. Nothing may escape, hang or grow.
/// QUIRE_SEED repeats a run; QUIRE_LONG=1 makes it ten minutes, QUIRE_FUZZ_SECONDS anything else.
/// </summary>
[Collection("alone")]
public class FuzzTests
{
    private const int StackBytes = 1536 * 1024;
    private const long GrowthAllowed = 256L << 20;
    private static readonly TimeSpan _slowestAllowed = TimeSpan.FromSeconds(8);

    [Fact]
    public void Nothing_escapes_hangs_or_grows()
    {
        var seed = Environment.GetEnvironmentVariable("QUIRE_SEED") is { } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount & 0xFFFFFF;
        var time = Duration();
        var report = new Report("fuzz");
        report.Line($"fuzz: seed {seed} (QUIRE_SEED={seed} repeats it), {time.TotalSeconds:F0} s; the template under test stands in artifacts/judge/fuzz-current.txt");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var run = new FuzzRun(seed, time);
        var thread = new Thread(run.All, StackBytes) { IsBackground = true };
        thread.Start();
        thread.Join(time + time + TimeSpan.FromMinutes(1)).ShouldBeTrue($"hangs; seed {seed}; see artifacts/judge/fuzz-current.txt");
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before - run.CorpusBytes;
        report.Line($"fuzz: {run.Count} templates, {run.Signatures} signatures, slowest {run.Slowest.TotalMilliseconds:F0} ms, memory grew by {grown / 1048576} MiB beside the corpus, peak {PeakMemory.Bytes() / 1048576} MiB");
        if (run.Slowest > TimeSpan.FromSeconds(1))
            report.Line($"the slowest template:\n{run.SlowestTemplate}");
        run.Finding.ShouldBeNull($"seed {seed}");
        run.Slowest.ShouldBeLessThan(_slowestAllowed, $"seed {seed}: {run.SlowestTemplate}");
        grown.ShouldBeLessThan(GrowthAllowed, $"seed {seed}");
    }

    private static TimeSpan Duration() =>
        Environment.GetEnvironmentVariable("QUIRE_FUZZ_SECONDS") is { } seconds ? TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture))
        : Environment.GetEnvironmentVariable("QUIRE_LONG") == "1" ? TimeSpan.FromMinutes(10)
        : TimeSpan.FromSeconds(10);
}
