using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Validation;

/// <summary>A span of a text that a rule has something to say about. Never carries the text: it may be a secret.</summary>
/// <param name="Code">One of <see cref="ValidationCodes"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="Length">The length in UTF-16 units.</param>
/// <param name="Message">One sentence that names the kind.</param>
/// <param name="Hint">The way out.</param>
public sealed record TextFinding(string Code, Severity Severity, int Start, int Length, string Message, string? Hint)
{
    /// <summary>The finding as a diagnostic of a file, without excerpt.</summary>
    public Diagnostic ToDiagnostic(string? file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var before = text.AsSpan(0, Start);
        return new()
        {
            Code = Code,
            Severity = Severity,
            Message = Message,
            Hint = Hint,
            File = file,
            Line = before.Count('\n') + 1,
            Column = Start - (before.LastIndexOf('\n') + 1) + 1,
            Length = Length,
        };
    }
}
