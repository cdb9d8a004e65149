using Quire.AspNetCore.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.AspNetCore.Answers;

/// <summary>A finding in a text, as answers show it.</summary>
internal sealed record Finding
{
    /// <summary>The stable code.</summary>
    public required string Code { get; init; }

    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The file.</summary>
    public string? File { get; init; }

    /// <summary>The line, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The column in UTF-16 units, from 1.</summary>
    public int? Column { get; init; }

    /// <summary>The length of what is marked, in UTF-16 units.</summary>
    public int? Length { get; init; }

    /// <summary>The source line with carets below it.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The way out.</summary>
    public string? Hint { get; init; }

    /// <summary>The finding of the kernel.</summary>
    public static Finding Of(Diagnostic finding) => new()
    {
        Code = finding.Code,
        Severity = SeverityNames.Of(finding.Severity),
        Message = finding.Message,
        File = finding.File,
        Line = finding.Line > 0 ? finding.Line : null,
        Column = finding.Line > 0 ? finding.Column : null,
        Length = finding.Length > 0 ? finding.Length : null,
        Excerpt = finding.Excerpt,
        Hint = finding.Hint,
    };

    /// <summary>The findings of the kernel.</summary>
    public static IReadOnlyList<Finding> All(IEnumerable<Diagnostic> findings) => [.. findings.Select(Of)];
}
