namespace Quire.Checks.Results;

/// <summary>What one test project reported, and what it took.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Tests">Every test, a crash of the whole project being one failed test.</param>
/// <param name="Elapsed">Wall-clock time, start-up included.</param>
internal sealed record ProjectResult(string Project, IReadOnlyList<TestCase> Tests, TimeSpan Elapsed)
{
    public int Passed => Count(TestOutcome.Passed);

    public int Failed => Count(TestOutcome.Failed);

    public int Skipped => Count(TestOutcome.Skipped);

    /// <summary>Turns an exit code that the results do not explain into a failed test: a crash must never look green.</summary>
    /// <param name="exitCode">The runner's exit code.</param>
    /// <param name="output">The end of what the runner printed, shown as the failure's message.</param>
    public ProjectResult WithExitCode(int exitCode, string output)
    {
        if (Tests.Count == 0)
            return With($"{Project} ran no test (exit code {exitCode})", output);
        return exitCode != 0 && Failed == 0 ? With($"{Project} ended with exit code {exitCode}", output) : this;
    }

    private ProjectResult With(string name, string message) =>
        this with { Tests = [.. Tests, new TestCase(name, TestOutcome.Failed, message)] };

    private int Count(TestOutcome outcome) => Tests.Count(test => test.Outcome == outcome);
}
