using Quire.Checks.Results;

namespace Quire.Checks.Tests.Results;

public sealed class ProjectResultTests
{
    private static readonly TestCase Passed = new("A.Holds", TestOutcome.Passed);
    private static readonly TestCase Failed = new("A.Breaks", TestOutcome.Failed);

    [Fact]
    public void A_clean_exit_changes_nothing() => Project(Passed).WithExitCode(0, "").Failed.ShouldBe(0);

    [Fact]
    public void A_crash_after_passing_tests_is_a_failed_test()
    {
        var result = Project(Passed).WithExitCode(134, "Stack overflow.");

        result.Failed.ShouldBe(1);
        result.Tests[^1].Name.ShouldContain("134");
        result.Tests[^1].Message.ShouldBe("Stack overflow.");
    }

    [Fact]
    public void An_exit_code_that_a_failing_test_explains_is_not_counted_twice() =>
        Project(Passed, Failed).WithExitCode(1, "").Failed.ShouldBe(1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_project_that_ran_no_test_has_failed(int exitCode) => Project().WithExitCode(exitCode, "").Failed.ShouldBe(1);

    private static ProjectResult Project(params TestCase[] tests) => new("A.Tests", tests, TimeSpan.Zero);
}
