using System.Text.Json;

namespace Quire.Checks.Results;

/// <summary>Reads the result files of vitest's <c>json</c> reporter.</summary>
internal static class VitestReader
{
    /// <summary>All tests of a file; a test file that could not be loaded is one failed test.</summary>
    /// <param name="text">The file's text.</param>
    public static IReadOnlyList<TestCase> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.GetProperty("testResults").EnumerateArray().SelectMany(ReadFile)];
    }

    private static IEnumerable<TestCase> ReadFile(JsonElement file)
    {
        var tests = file.GetProperty("assertionResults").EnumerateArray().Select(ReadTest).ToList();
        if (Status(file) == "failed" && !tests.Exists(test => test.Outcome == TestOutcome.Failed))
            tests.Add(new TestCase(Text(file, "name"), TestOutcome.Failed, Text(file, "message")));
        return tests;
    }

    private static TestCase ReadTest(JsonElement test) => Status(test) switch
    {
        "passed" => new TestCase(Text(test, "fullName"), TestOutcome.Passed),
        "pending" or "skipped" or "todo" => new TestCase(Text(test, "fullName"), TestOutcome.Skipped, Status(test)),
        _ => new TestCase(Text(test, "fullName"), TestOutcome.Failed, Messages(test)),
    };

    private static string Messages(JsonElement test) =>
        test.TryGetProperty("failureMessages", out var messages)
            ? string.Join('\n', messages.EnumerateArray().Select(message => message.GetString()))
            : "";

    private static string Status(JsonElement element) => Text(element, "status");

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
