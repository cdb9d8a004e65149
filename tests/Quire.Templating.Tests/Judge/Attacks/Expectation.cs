using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Attacks;

/// <summary>How an attack must end: <c>text …</c>, <c>refused</c>, <c>limit</c>, <c>stops</c>, <c>quiet</c>, <c>bounded</c>, each perhaps <c>-without WORD</c>.</summary>
internal sealed record Expectation(string Kind, string Text)
{
    // What no output and no message may say: names of the host's types, its stack, its folders.
    private static readonly string[] _leaks =
        ["System.", "Quire.Templating", "   at ", "/work/", "/home/", "/usr/", "Exception", "NullReference", "IndexOutOf", "InvalidCast", "root:"];

    /// <summary>Null where the outcome is allowed, else why not.</summary>
    public string? Objection(Outcome outcome)
    {
        var said = outcome.Output ?? outcome.Message ?? "";
        if (_leaks.FirstOrDefault(leak => said.Contains(leak, StringComparison.Ordinal)) is { } leaked)
            return $"says «{leaked}»";
        if (Kind.EndsWith("-without", StringComparison.Ordinal) && said.Contains(Text, StringComparison.Ordinal))
            return $"says «{Text}»";
        return Kind.Replace("-without", "", StringComparison.Ordinal) switch
        {
            "text" => outcome.Output == Text ? null : $"must print {Outcome.Shown(Text)}",
            "refused" => outcome.Phase == "parse" ? null : "must be refused by the parser",
            "limit" => outcome.Phase is "limit" or "parse" ? null : "must end at a limit",
            "stops" => outcome.Phase is not null ? null : "must end in an error or at a limit",
            "quiet" or "bounded" => null,
            _ => throw new InvalidOperationException($"unknown expectation {Kind}"),
        };
    }
}
