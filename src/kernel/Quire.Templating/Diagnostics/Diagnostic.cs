namespace Quire.Templating.Diagnostics;

/// <summary>One finding in a source text: what is wrong, where, and the way out.</summary>
public sealed record Diagnostic
{
    /// <summary>The stable code, for example <c>QT1003</c>. Codes are documented in docs/diagnostics.md and never reused.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One sentence that names the thing and the reason. Never carries values of variables or paths of the host.</summary>
    public required string Message { get; init; }

    /// <summary>The prompt's path or the template's name; null where the caller gave none.</summary>
    public string? File { get; init; }

    /// <summary>The line, counted from 1; 0 where the finding has no place.</summary>
    public int Line { get; init; }

    /// <summary>The column in UTF-16 units, counted from 1; 0 where the finding has no place.</summary>
    public int Column { get; init; }

    /// <summary>The length of what is marked, in UTF-16 units; 0 where unknown.</summary>
    public int Length { get; init; }

    /// <summary>The source line with a line of carets below it; null where the finding has no place.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The way out, for example <c>did you mean `items`?</c>; null where none is known.</summary>
    public string? Hint { get; init; }

    /// <summary>The finding on one line, in the form compilers use: <c>file:line:column: severity CODE: message (hint)</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}:{Column}: " : File is null ? "" : $"{File}: ";
        var hint = Hint is null ? "" : $" ({Hint})";
        return $"{place}{Severity.ToString().ToLowerInvariant()} {Code}: {Message}{hint}";
    }
}
