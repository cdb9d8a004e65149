using Quire.Checks.Results;

namespace Quire.Checks.Tests.Results;

public sealed class TrxReaderTests
{
    [Fact]
    public void Every_outcome_is_read_with_its_message()
    {
        var tests = TrxReader.Read(Trx("""
            <UnitTestResult testName="A.Holds" outcome="Passed" />
            <UnitTestResult testName="A.Breaks(n: 2)" outcome="Failed">
              <Output><StdOut>QUIRE_SEED=7</StdOut><ErrorInfo><Message>two is not one</Message><StackTrace>at A</StackTrace></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testName="A.Waits" outcome="NotExecuted">
              <Output><ErrorInfo><Message>no PostgreSQL</Message></ErrorInfo></Output>
            </UnitTestResult>
            """));

        tests.ShouldBe([
            new TestCase("A.Holds", TestOutcome.Passed),
            new TestCase("A.Breaks(n: 2)", TestOutcome.Failed, "two is not one", "at A", "QUIRE_SEED=7"),
            new TestCase("A.Waits", TestOutcome.Skipped, "no PostgreSQL"),
        ]);
    }

    [Theory]
    [InlineData("Timeout")]
    [InlineData("Aborted")]
    [InlineData("Error")]
    [InlineData("Inconclusive")]
    [InlineData("SomethingNew")]
    public void An_outcome_that_is_neither_passed_nor_not_run_has_failed(string outcome) =>
        TrxReader.Read(Trx($"""<UnitTestResult testName="A.B" outcome="{outcome}" />"""))
            .ShouldHaveSingleItem().Outcome.ShouldBe(TestOutcome.Failed);

    [Fact]
    public void An_aborted_run_is_a_failed_test()
    {
        const string summary = """<RunInfos><RunInfo outcome="Error"><Text>Test host process crashed; Test Run Aborted.</Text></RunInfo></RunInfos>""";

        var test = TrxReader.Read(Trx("", summary)).ShouldHaveSingleItem();

        test.Outcome.ShouldBe(TestOutcome.Failed);
        test.Message.ShouldContain("crashed");
    }

    [Fact]
    public void An_error_note_about_a_failing_test_is_not_counted_twice()
    {
        const string summary = """<RunInfos><RunInfo outcome="Error"><Text>A.B [FAIL]</Text></RunInfo></RunInfos>""";

        TrxReader.Read(Trx("""<UnitTestResult testName="A.B" outcome="Failed" />""", summary)).Count.ShouldBe(1);
    }

    private static string Trx(string results, string summary = "") => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>{results}</Results>
          <ResultSummary>{summary}</ResultSummary>
        </TestRun>
        """;
}
