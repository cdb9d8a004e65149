using System.Text.RegularExpressions;
using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Validation;

/// <summary>
/// One rule about text: a pattern that is read in linear time, run only where one of its anchors occurs at all, and a check of
/// what matched. The group <c>v</c> of the pattern is the span; without it, the whole match.
/// </summary>
internal sealed class TextRule
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private readonly Regex _regex;

    public TextRule(string code, Severity severity, string message, string hint, string[] anchors, string pattern, bool ignoreCase = false)
    {
        (Code, Severity, Message, Hint, Anchors) = (code, severity, message, hint, anchors);
        _regex = new(pattern, ignoreCase ? Options | RegexOptions.IgnoreCase : Options);
        Comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    }

    public string Code { get; }

    public Severity Severity { get; }

    public string Message { get; }

    public string Hint { get; }

    /// <summary>Texts of which at least one occurs wherever the pattern matches; empty for a pattern without such texts.</summary>
    public string[] Anchors { get; }

    /// <summary>Whether a match counts; null takes every match.</summary>
    public Func<string, int, int, bool>? Accept { get; init; }

    private StringComparison Comparison { get; }

    public void Find(string text, List<TextFinding> findings, int limit)
    {
        if (Anchors.Length > 0 && !Array.Exists(Anchors, anchor => text.Contains(anchor, Comparison)))
            return;
        for (var match = _regex.Match(text); match.Success && findings.Count < limit; match = match.NextMatch())
        {
            var span = match.Groups["v"] is { Success: true } group ? (Capture)group : match;
            if (Accept?.Invoke(text, span.Index, span.Length) != false)
                findings.Add(new(Code, Severity, span.Index, span.Length, Message, Hint));
        }
    }
}
