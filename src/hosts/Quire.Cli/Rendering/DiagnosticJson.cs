using System.Text.Json;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Rendering;

/// <summary>Findings as JSON, in the form that the server answers with.</summary>
internal static class DiagnosticJson
{
    /// <summary>Writes an array of findings.</summary>
    public static void WriteList(Utf8JsonWriter writer, IEnumerable<Diagnostic> findings)
    {
        writer.WriteStartArray();
        foreach (var finding in findings)
            Write(writer, finding);
        writer.WriteEndArray();
    }

    /// <summary>Reads a finding that a server sent.</summary>
    public static Diagnostic Read(JsonElement json) => new()
    {
        Code = Text(json, "code") ?? "",
        Severity = Enum.TryParse<Severity>(Text(json, "severity"), ignoreCase: true, out var severity) ? severity : Severity.Error,
        Message = Text(json, "message") ?? "",
        File = Text(json, "file"),
        Line = Number(json, "line"),
        Column = Number(json, "column"),
        Length = Number(json, "length"),
        Excerpt = Text(json, "excerpt"),
        Hint = Text(json, "hint"),
    };

    private static void Write(Utf8JsonWriter writer, Diagnostic finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code);
        writer.WriteString("severity", Name(finding.Severity));
        writer.WriteString("message", finding.Message);
        if (finding.File is not null)
            writer.WriteString("file", finding.File);
        if (finding.Line > 0)
        {
            writer.WriteNumber("line", finding.Line);
            writer.WriteNumber("column", finding.Column);
            writer.WriteNumber("length", finding.Length);
        }
        if (finding.Excerpt is not null)
            writer.WriteString("excerpt", finding.Excerpt);
        if (finding.Hint is not null)
            writer.WriteString("hint", finding.Hint);
        writer.WriteEndObject();
    }

    private static string Name(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        _ => "error",
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}
