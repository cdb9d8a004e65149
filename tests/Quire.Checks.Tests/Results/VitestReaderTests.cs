using Quire.Checks.Results;

namespace Quire.Checks.Tests.Results;

public sealed class VitestReaderTests
{
    [Fact]
    public void Every_status_is_read()
    {
        var tests = VitestReader.Read("""
            {"testResults": [{"name": "a.test.ts", "status": "failed", "message": "", "assertionResults": [
              {"fullName": "a holds", "status": "passed", "failureMessages": []},
              {"fullName": "a breaks", "status": "failed", "failureMessages": ["expected 1", "got 2"]},
              {"fullName": "a waits", "status": "pending"},
              {"fullName": "a will", "status": "todo"}]}]}
            """);

        tests.ShouldBe([
            new TestCase("a holds", TestOutcome.Passed),
            new TestCase("a breaks", TestOutcome.Failed, "expected 1\ngot 2"),
            new TestCase("a waits", TestOutcome.Skipped, "pending"),
            new TestCase("a will", TestOutcome.Skipped, "todo"),
        ]);
    }

    [Fact]
    public void A_file_that_could_not_be_loaded_is_a_failed_test()
    {
        var test = VitestReader.Read("""
            {"testResults": [{"name": "a.test.ts", "status": "failed", "message": "cannot resolve ./a", "assertionResults": []}]}
            """).ShouldHaveSingleItem();

        test.ShouldBe(new TestCase("a.test.ts", TestOutcome.Failed, "cannot resolve ./a"));
    }
}
