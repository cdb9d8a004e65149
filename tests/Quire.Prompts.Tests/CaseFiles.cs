using System.Text.Json;

namespace Quire.Prompts.Tests;

/// <summary>Reads the case files that stand beside the test assembly.</summary>
internal static class CaseFiles
{
    private static string Root => Path.Combine(AppContext.BaseDirectory, "Cases");

    public static IEnumerable<TheoryDataRow<string>> Lines(string file) =>
        File.ReadLines(Path.Combine(Root, file))
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            .Select(line => new TheoryDataRow<string>(line));

    public static IEnumerable<TheoryDataRow<string>> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Select(name => new TheoryDataRow<string>(name));

    public static string Read(string folder, string name) => File.ReadAllText(Path.Combine(Root, folder, name));

    public static string[] Strings(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.EnumerateArray().Select(Text).ToArray();
    }

    // A lone surrogate cannot be read as a JSON string, so it is unescaped by hand.
    private static string Text(JsonElement item) => item.GetRawText().Contains("\\ud800", StringComparison.Ordinal)
        ? item.GetRawText().Trim('"').Replace("\\ud800", "\ud800", StringComparison.Ordinal)
        : item.GetString()!;
}
