using System.Text.Json;
using Quire.Templating;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Batch;

/// <summary>Errors in the answers of a batch.</summary>
internal static class BatchErrors
{
    /// <summary>Writes the member <c>error</c>.</summary>
    public static void Write(Utf8JsonWriter writer, string phase, string code, string message, int line, int column, string? hint)
    {
        writer.WriteStartObject("error");
        writer.WriteString("phase", phase);
        writer.WriteString("code", code);
        writer.WriteString("message", message);
        if (line > 0)
            writer.WriteNumber("line", line);
        else
            writer.WriteNull("line");
        if (column > 0)
            writer.WriteNumber("column", column);
        else
            writer.WriteNull("column");
        writer.WriteString("hint", hint);
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>error</c> of a finding.</summary>
    public static void Write(Utf8JsonWriter writer, string phase, Diagnostic finding) =>
        Write(writer, phase, finding.Code, finding.Message, finding.Line, finding.Column, finding.Hint);

    /// <summary>The name of where a render ended.</summary>
    public static string Name(RenderPhase phase) => phase == RenderPhase.Limit ? "limit" : "render";

    /// <summary>The first finding that blocks.</summary>
    public static Diagnostic First(IEnumerable<Diagnostic> findings) => findings.First(finding => finding.Severity == Severity.Error);
}
