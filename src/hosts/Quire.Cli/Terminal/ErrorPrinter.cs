using Quire.Core.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Terminal;

/// <summary>Prints errors: the thing and the reason, the findings with their excerpt, the way out.</summary>
internal static class ErrorPrinter
{
    private const int MaxFindings = 20;

    /// <summary>Prints an error as one message.</summary>
    public static void Print(TextWriter writer, QuireError error)
    {
        var findings = error.Diagnostics.Where(finding => finding.Severity == Severity.Error).ToList();
        writer.WriteLine($"quire: {Headline(error, findings)}");
        foreach (var finding in findings.Take(MaxFindings))
            Print(writer, finding);
        if (findings.Count > MaxFindings)
            writer.WriteLine($"  … and {findings.Count - MaxFindings} more");
        foreach (var (name, value) in error.Facts.Where(fact => fact.Key != "rule" && !(fact.Value.Length > 0 && error.Message.Contains(fact.Value, StringComparison.Ordinal))))
            writer.WriteLine($"  {name}: {(value.Length == 0 ? "none" : value)}");
        if (error.Hint is not null && findings.Count == 0)
            writer.WriteLine($"  → {error.Hint}");
    }

    /// <summary>Prints a finding: its line, the excerpt with carets.</summary>
    public static void Print(TextWriter writer, Diagnostic finding)
    {
        writer.WriteLine($"  {finding}");
        foreach (var line in (finding.Excerpt ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            writer.WriteLine($"    | {line.TrimEnd('\r')}");
    }

    // A refusal's message repeats its first finding, which is printed below in full.
    private static string Headline(QuireError error, List<Diagnostic> findings)
    {
        var end = findings.Count > 0 ? error.Message.IndexOf(": ", StringComparison.Ordinal) : -1;
        return end > 0 ? error.Message[..end] + ":" : error.Message;
    }
}
