namespace Quire.Architecture.Tests.Api;

/// <summary>Compares a text with the one that was approved; <c>QUIRE_APPROVE=1</c> accepts what is there.</summary>
internal static class Approval
{
    public static void Check(string name, string actual)
    {
        var file = RepositoryRoot.Combine("tests", "Quire.Architecture.Tests", "Approved", name);
        if (Environment.GetEnvironmentVariable("QUIRE_APPROVE") == "1")
            File.WriteAllText(file, actual);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (Differences(approved, actual) is { Count: > 0 } lines)
            Assert.Fail($"Approved/{name} differs; QUIRE_APPROVE=1 accepts this:\n{string.Join('\n', lines)}");
    }

    /// <summary>The lines that only one side has, <c>-</c> for what is gone and <c>+</c> for what is new.</summary>
    public static IReadOnlyList<string> Differences(string approved, string actual)
    {
        var before = Numbered(approved);
        var after = Numbered(actual);
        return [.. before.Except(after).Select(line => "- " + line.Line), .. after.Except(before).Select(line => "+ " + line.Line)];
    }

    // A line counts with the type it stands under and with how often it stood there before; else equal lines would hide each other.
    private static List<(string Above, string Line, int Time)> Numbered(string text)
    {
        var above = "";
        var times = new Dictionary<(string, string), int>();
        var lines = new List<(string, string, int)>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0))
        {
            if (!line.StartsWith("    ", StringComparison.Ordinal))
                above = line;
            times[(above, line)] = times.GetValueOrDefault((above, line)) + 1;
            lines.Add((above, line, times[(above, line)]));
        }

        return lines;
    }
}
