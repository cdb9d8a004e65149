namespace Quire.Templating.Tests.Judge.Support;

/// <summary>What came, or must come, of a row: a text, or an error with phase and line (0 for a line that nobody knows).</summary>
internal sealed record Outcome(string? Output, string? Phase, int Line, string? Message)
{
    public static Outcome Text(string output) => new(output, null, 0, null);

    public static Outcome Failure(string phase, int line, string message) => new(null, phase, line, message);

    /// <summary>Null where the actual outcome is as expected, else the kind of difference.</summary>
    public string? DifferenceTo(Outcome actual)
    {
        if (Output is not null)
            return actual.Output is null ? $"error instead of text ({actual.Phase})" : Output == actual.Output ? null : "other text";
        if (actual.Output is not null)
            return $"text instead of error ({Phase})";
        if (!SamePhase(actual))
            return $"phase {actual.Phase} instead of {Phase}";
        return Line > 0 && actual.Line != Line ? "other line" : null;
    }

    public override string ToString() =>
        Output is not null ? Shown(Output) : $"{Phase} error on line {Line}: {Shown(Message ?? "")}";

    public static string Shown(string text)
    {
        var shown = text.Replace("\n", "⏎").Replace("\r", "␍").Replace("\t", "⇥");
        return shown.Length <= 300 ? $"«{shown}»" : $"«{shown[..300]}…» ({shown.Length} characters)";
    }

    // Python has no budgets of its own but the range cap and its stack: an engine may call these a failure of either kind.
    private bool SamePhase(Outcome actual) =>
        Phase == actual.Phase || (Phase is "limit" or "render" && actual.Phase is "limit" or "render" && (Phase == "limit" || actual.Phase == "limit"));
}
