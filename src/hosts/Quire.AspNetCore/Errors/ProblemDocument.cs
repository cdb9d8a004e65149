using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Merging;
using Quire.Core.Errors;
using Quire.Core.Merging;
using Quire.Templating.Diagnostics;

namespace Quire.AspNetCore.Errors;

/// <summary>Problem details as bytes.</summary>
internal static class ProblemDocument
{
    /// <summary>What the type of a problem begins with; the code follows.</summary>
    public const string TypePrefix = "urn:quire:error:";

    /// <summary>Writes an error: RFC 9457's members, then code, hint, diagnostics and the error's own facts.</summary>
    public static ReadOnlyMemory<byte> Write(int status, QuireError error)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, QuireJson.Writing))
        {
            json.WriteStartObject();
            WriteStandard(json, status, error);
            json.WriteString("code", error.Code);
            if (error.Hint is not null)
                json.WriteString("hint", error.Hint);
            WriteDiagnostics(json, error.Diagnostics);
            WriteFiles(json, "conflicts", error.Conflicts);
            WriteFiles(json, "merge", error.Merge);
            foreach (var (name, value) in error.Facts)
                json.WriteString(name, value);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void WriteStandard(Utf8JsonWriter json, int status, QuireError error)
    {
        json.WriteString("type", TypePrefix + error.Code);
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
        json.WriteNumber("status", status);
        json.WriteString("detail", error.Message);
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IReadOnlyList<MergedFile> files)
    {
        if (files.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var file in files)
            JsonSerializer.Serialize(json, MergedFileAnswer.Of(file), QuireJson.Api.MergedFileAnswer);
        json.WriteEndArray();
    }

    private static void WriteDiagnostics(Utf8JsonWriter json, IReadOnlyList<Diagnostic> findings)
    {
        if (findings.Count == 0)
            return;
        json.WriteStartArray("diagnostics");
        foreach (var finding in findings)
            JsonSerializer.Serialize(json, Finding.Of(finding), QuireJson.Api.Finding);
        json.WriteEndArray();
    }
}
