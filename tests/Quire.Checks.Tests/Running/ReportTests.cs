using Quire.Checks.Coverage;
using Quire.Checks.Results;
using Quire.Checks.Running;

namespace Quire.Checks.Tests.Running;

public sealed class ReportTests
{
    private static readonly TestCase Holds = new("A.Holds", TestOutcome.Passed);
    private static readonly TestCase Breaks = new("A.Breaks", TestOutcome.Failed, "two is\nnot one", "at A", "QUIRE_SEED=7");
    private static readonly TestCase Waits = new("A.Waits", TestOutcome.Skipped, "no PostgreSQL");

    [Fact]
    public void The_last_line_counts_all_projects_and_stands_alone()
    {
        var (lines, exitCode) = Write([Project(Holds, Waits), Project(Holds)], []);

        lines[^1].ShouldBe("2 passed, 0 failed, 1 skipped");
        exitCode.ShouldBe(0);
    }

    [Fact]
    public void A_failing_test_is_shown_with_message_and_trace_and_fails_the_run()
    {
        var (lines, exitCode) = Write([Project(Holds, Breaks)], []);

        lines.ShouldContain("FAILED A.Tests: A.Breaks");
        lines.ShouldContain("    not one");
        lines.ShouldContain("    at A");
        lines.ShouldContain("    QUIRE_SEED=7");
        lines[^1].ShouldBe("1 passed, 1 failed, 0 skipped");
        exitCode.ShouldBe(1);
    }

    [Fact]
    public void A_broken_coverage_gate_is_the_line_before_the_last_and_fails_the_run()
    {
        var (lines, exitCode) = Write([Project(Holds)], [new SourceAssembly("Quire.A", 90, HasSource: true)]);

        lines[^2].ShouldBe("coverage: Quire.A was loaded by no test");
        lines[^1].ShouldBe("1 passed, 0 failed, 0 skipped");
        exitCode.ShouldBe(1);
    }

    [Fact]
    public void The_files_that_lack_most_are_named()
    {
        var map = new CoverageMap();
        map.Add("Quire.A", "one.cs", 1, covered: false);

        var (lines, _) = Write([Project(Holds)], [new SourceAssembly("Quire.A", 90, HasSource: true)], map);

        lines.ShouldContain("        1 lines uncovered in one.cs");
    }

    [Fact]
    public void Skipped_tests_are_counted_by_reason() =>
        Write([Project(Holds, Waits, Waits)], []).Lines.ShouldContain("     2 skipped: no PostgreSQL");

    [Fact]
    public void A_run_in_which_nothing_passed_has_failed() => Write([Project(Waits)], []).ExitCode.ShouldBe(1);

    private static ProjectResult Project(params TestCase[] tests) => new("A.Tests", tests, TimeSpan.Zero);

    private static (string[] Lines, int ExitCode) Write(
        IReadOnlyList<ProjectResult> results, IReadOnlyList<SourceAssembly> assemblies, CoverageMap? coverage = null)
    {
        using var writer = new StringWriter();
        var exitCode = new Report(writer).Write(results, assemblies, coverage ?? new CoverageMap());
        return (writer.ToString().TrimEnd().Split(Environment.NewLine), exitCode);
    }
}
