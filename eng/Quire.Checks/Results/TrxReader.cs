using System.Xml.Linq;

namespace Quire.Checks.Results;

/// <summary>Reads the result files of <c>dotnet test --logger trx</c>.</summary>
internal static class TrxReader
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>All tests of a file; a run that the runner itself calls aborted adds one failed test with its words.</summary>
    /// <param name="text">The file's text.</param>
    public static IReadOnlyList<TestCase> Read(string text)
    {
        var document = XDocument.Parse(text);
        var tests = document.Descendants(Trx + "UnitTestResult").Select(ReadTest);
        return [.. tests, .. document.Descendants(Trx + "RunInfo").Where(IsError).Select(ReadAbort)];
    }

    private static TestCase ReadTest(XElement element)
    {
        var output = element.Element(Trx + "Output");
        var error = output?.Element(Trx + "ErrorInfo");
        return new TestCase(
            (string?)element.Attribute("testName") ?? "(a test without a name)",
            ReadOutcome((string?)element.Attribute("outcome")),
            (string?)error?.Element(Trx + "Message") ?? "",
            (string?)error?.Element(Trx + "StackTrace") ?? "",
            (string?)output?.Element(Trx + "StdOut") ?? "");
    }

    // Whatever is neither passed nor plainly not run (Timeout, Aborted, Error, Inconclusive …) did not hold.
    private static TestOutcome ReadOutcome(string? outcome) => outcome switch
    {
        "Passed" => TestOutcome.Passed,
        "NotExecuted" => TestOutcome.Skipped,
        _ => TestOutcome.Failed,
    };

    // Failing tests are also announced as "Error" run infos by some adapters; only an abort has no test result of its own.
    private static bool IsError(XElement info) =>
        (string?)info.Attribute("outcome") == "Error" && Text(info).Contains("abort", StringComparison.OrdinalIgnoreCase);

    private static TestCase ReadAbort(XElement info) => new("the test run was aborted", TestOutcome.Failed, Text(info));

    private static string Text(XElement info) => (string?)info.Element(Trx + "Text") ?? "";
}
