using System.Diagnostics;
using System.Globalization;
using Quire.Templating.Limits;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Attacks;

/// <summary>Every attack ends as it must, in bounded time and memory, on a small stack and under any culture.</summary>
[Collection("alone")]
public class AttackTests
{
    private const int StackBytes = 1536 * 1024;
    private static readonly TimeSpan _slowestAllowed = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _wholeRun = TimeSpan.FromMinutes(10);
    // Far above the 64 MiB that a render may hold: what the collector has not taken back yet counts here too.
    private const long GrowthAllowed = 1536L << 20;
    private static readonly TimeSpan _worthNaming = TimeSpan.FromSeconds(1);

    [Fact]
    public void There_are_at_least_400_attacks_over_all_classes_and_dialects()
    {
        var attacks = AttackFile.ReadAll();
        attacks.Count.ShouldBeGreaterThanOrEqualTo(400);
        attacks.Select(a => a.Row.Id).Distinct().Count().ShouldBe(attacks.Count);
        attacks.Select(a => a.Row.Options.Dialect).Distinct().Count().ShouldBe(5);
        KnownDifferences.Read(Repository.Judge("Attacks", "known-open.txt")).Keys.ShouldBeSubsetOf(attacks.Select(a => a.Row.Id));
        foreach (var name in Classes)
            attacks.Count(a => a.Class == name).ShouldBeGreaterThan(0, name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Every_attack_ends_as_it_must_in_bounded_time_on_a_small_stack(string culture)
    {
        // QUIRE_ATTACKS picks rows by a part of their name, for whoever looks for one.
        var picked = Environment.GetEnvironmentVariable("QUIRE_ATTACKS") ?? "";
        var open = KnownDifferences.Read(Repository.Judge("Attacks", "known-open.txt"));
        var attacks = AttackFile.ReadAll().Where(a => !open.ContainsKey(a.Row.Id) && a.Row.Id.Contains(picked, StringComparison.Ordinal)).ToList();
        // The full budgets are spent in the long run; else it is enough that each attack meets a limit or ends as it must.
        var isLong = Environment.GetEnvironmentVariable("QUIRE_LONG") == "1" && culture.Length == 0;
        var limits = isLong ? RenderLimits.Default : RenderLimits.Default with { MaxSteps = 500_000 };
        var before = PeakMemory.Bytes();
        using var run = new AttackRun(attacks, limits, CultureInfo.GetCultureInfo(culture));
        var thread = new Thread(run.All, StackBytes) { IsBackground = true };
        thread.Start();
        thread.Join(_wholeRun).ShouldBeTrue($"hangs at {run.Current}");
        var grown = PeakMemory.Bytes() - before;
        var report = new Report("attacks-" + (culture.Length == 0 ? "invariant" : culture));
        report.Line($"attacks under culture «{culture}»: {attacks.Count} rows in {run.Total.TotalSeconds:F1} s; slowest {run.SlowestId} with {run.Slowest.TotalMilliseconds:F0} ms; peak memory grew by {grown / 1048576} MiB");
        foreach (var (id, reason) in open)
            report.Line($"  NOT WITHSTOOD, not run: {id}: {reason}");
        foreach (var row in run.Costly)
            report.Line("  " + row);
        report.ShouldHaveNone(string.Join('\n', run.Findings));
        run.Slowest.ShouldBeLessThan(_slowestAllowed, run.SlowestId);
        grown.ShouldBeLessThan(GrowthAllowed);
    }

    private static readonly string[] Classes =
    [
        "host reflection", "format escapes", "format width bombs", "loop bombs", "amplification", "parser depth", "wide chains", "runtime recursion", "cyclic values", "numeric edges",
        "quadratic built-ins", "huge sources", "state between renders", "loader escapes", "data read as template", "locked merge points", "information leaks", "unicode tricks",
    ];

    private sealed class AttackRun(IReadOnlyList<Attack> attacks, RenderLimits limits, CultureInfo culture) : IDisposable
    {
        private readonly CurrentRow _current = new("attacks");

        public List<string> Findings { get; } = [];

        public List<string> Costly { get; } = [];

        public string Current { get; private set; } = "";

        public TimeSpan Slowest { get; private set; }

        public string SlowestId { get; private set; } = "";

        public TimeSpan Total { get; private set; }

        public void All()
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            foreach (var attack in attacks)
                One(attack);
        }

        public void Dispose() => _current.Dispose();

        private void One(Attack attack)
        {
            Current = attack.Row.Id;
            _current.Is(Current);
            var twice = attack.Expectation.Kind == "text";
            var memory = PeakMemory.Bytes();
            var clock = Stopwatch.StartNew();
            string? objection;
            var outcome = Outcome.Text("");
            try
            {
                outcome = new AttackRunner(attack, limits).Run(twice);
                objection = attack.Expectation.Objection(outcome);
            }
#pragma warning disable CA1031 // Whatever escapes the engine is what this test looks for.
            catch (Exception escaped)
#pragma warning restore CA1031
            {
                objection = "an exception escaped: " + escaped;
            }

            Total += clock.Elapsed;
            if (clock.Elapsed > Slowest)
                (Slowest, SlowestId) = (clock.Elapsed, attack.Row.Id);
            memory = PeakMemory.Bytes() - memory;
            if (clock.Elapsed > _worthNaming || memory > 64L << 20)
                Costly.Add($"{attack.Row.Id}: {clock.Elapsed.TotalMilliseconds:F0} ms, {memory / 1048576} MiB");
            if (objection is not null)
                Findings.Add($"{attack.Row.Id}: {objection}\n  template {Outcome.Shown(attack.Row.Template)}\n  ended    {outcome}");
        }
    }
}
