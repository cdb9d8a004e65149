using System.Text.Json;
using Quire.Composition.Explaining;
using Quire.Composition.Layers;
using Quire.Composition.Rendering;
using Quire.Composition.UserText;
using Quire.Prompts;
using Quire.Prompts.Tokens;
using Quire.Templating.Diagnostics;
using Quire.Templating.Values;

namespace Quire.Composition.Json;

/// <summary>The one JSON form of a composed prompt, shared by REST and the terminal. docs/composition.md describes it.</summary>
public static class ComposedResultJson
{
    // The names of spans are written most often by far, so they are encoded once.
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText Length = JsonEncodedText.Encode("length");
    private static readonly JsonEncodedText Layer = JsonEncodedText.Encode("layer");
    private static readonly JsonEncodedText MergePoint = JsonEncodedText.Encode("mergePoint");
    private static readonly JsonEncodedText Variable = JsonEncodedText.Encode("variable");

    /// <summary>Writes the members of a result into an object that the caller has begun, so that it can add its own.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, ComposedResult result, ComposedJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        options ??= ComposedJsonOptions.Default;
        writer.WriteString("type", Word(result.Type));
        if (result.Type == PromptType.Text)
            writer.WriteString("content", result.Content);
        else
            WriteMessages(writer, result.Messages, options);
        WriteOrigins(writer, result.Origins);
        WriteVariables(writer, result.Variables, options);
        if (result.Type == PromptType.Text && options.Provenance)
            WriteSpans(writer, "provenance", result.Spans);
        WriteFindings(writer, result.UserTextFindings);
        if (options.Tokens is { } tokens)
            WriteTokens(writer, tokens);
        if (result.Boundary is not null)
            writer.WriteString("boundary", result.Boundary);
    }

    /// <summary>Writes a result as an object.</summary>
    public static void Write(Utf8JsonWriter writer, ComposedResult result, ComposedJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        WriteMembers(writer, result, options);
        writer.WriteEndObject();
    }

    /// <summary>Writes diagnostics as the list <paramref name="name"/>.</summary>
    public static void WriteDiagnostics(Utf8JsonWriter writer, string name, IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(diagnostics);
        writer.WriteStartArray(name);
        foreach (var diagnostic in diagnostics)
            WriteDiagnostic(writer, diagnostic);
        writer.WriteEndArray();
    }

    /// <summary>Writes the story of each merge point as the list <c>explain</c>.</summary>
    public static void WriteExplanation(Utf8JsonWriter writer, IEnumerable<PointExplanation> points)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(points);
        writer.WriteStartArray("explain");
        foreach (var point in points)
            WritePoint(writer, point);
        writer.WriteEndArray();
    }

    private static void WriteTokens(Utf8JsonWriter writer, TokenCount tokens)
    {
        writer.WriteStartObject("tokens");
        writer.WriteNumber("count", tokens.Count);
        writer.WriteString("kind", tokens.IsExact ? "exact" : "estimated");
        writer.WriteNumber("error", tokens.Error);
        WriteOptional(writer, "vocabulary", tokens.Vocabulary);
        writer.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", Word(diagnostic.Severity));
        writer.WriteString("message", diagnostic.Message);
        WriteOptional(writer, "file", diagnostic.File);
        if (diagnostic.Line > 0)
        {
            writer.WriteNumber("line", diagnostic.Line);
            writer.WriteNumber("column", diagnostic.Column);
        }

        WriteOptional(writer, "excerpt", diagnostic.Excerpt);
        WriteOptional(writer, "hint", diagnostic.Hint);
        writer.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter writer, IReadOnlyList<ComposedMessage> messages, ComposedJsonOptions options)
    {
        writer.WriteStartArray("messages");
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role", message.Role);
            writer.WriteString("content", message.Content);
            writer.WriteNumber("layer", message.Origin);
            WriteOptional(writer, "mergePoint", message.MergePoint);
            if (options.Provenance)
                WriteSpans(writer, "provenance", message.Spans);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOrigins(Utf8JsonWriter writer, IReadOnlyList<Origin> origins)
    {
        writer.WriteStartArray("layers");
        foreach (var origin in origins)
        {
            writer.WriteStartObject();
            writer.WriteString("layer", LayerOf(origin));
            WriteOptional(writer, "scope", origin.Source?.File.Contribution?.Scope?.Value);
            WriteSource(writer, origin.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string LayerOf(Origin origin) => origin.Kind == OriginKind.Layer
        ? Word(origin.Source!.File.Contribution!.Layer)
        : Word(origin.Kind);

    private static void WriteSource(Utf8JsonWriter writer, PromptSource? source)
    {
        if (source is null)
            return;
        WriteOptional(writer, "project", source.Project);
        writer.WriteString("path", source.Path.Value);
        if (source.Version is { } version)
            writer.WriteNumber("version", version);
        WriteOptional(writer, "commit", source.Commit);
        writer.WriteString("hash", source.ContentHash);
    }

    private static void WriteVariables(Utf8JsonWriter writer, IReadOnlyList<VariableUse> variables, ComposedJsonOptions options)
    {
        writer.WriteStartArray("variables");
        foreach (var variable in variables)
        {
            writer.WriteStartObject();
            writer.WriteString("name", variable.Name);
            writer.WriteNumber("layer", variable.Origin);
            writer.WriteString("from", Word(variable.Source));
            if (options.VariableValues && variable.Value.Kind != ValueKind.Undefined)
            {
                writer.WritePropertyName("value");
                variable.Value.ToJson(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSpans(Utf8JsonWriter writer, string name, IReadOnlyList<ComposedSpan> spans)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            writer.WriteStartObject();
            writer.WriteNumber(Start, span.Start);
            writer.WriteNumber(Length, span.Length);
            writer.WriteNumber(Layer, span.Origin);
            if (span.MergePoint is not null)
                writer.WriteString(MergePoint, span.MergePoint);
            if (span.Variable is not null)
                writer.WriteString(Variable, span.Variable);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter writer, IReadOnlyList<UserTextFinding> findings)
    {
        writer.WriteStartArray("userTextFindings");
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("mergePoint", finding.MergePoint);
            writer.WriteNumber("start", finding.Start);
            writer.WriteNumber("length", finding.Length);
            writer.WriteString("message", finding.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePoint(Utf8JsonWriter writer, PointExplanation explanation)
    {
        var point = explanation.Point;
        writer.WriteStartObject();
        writer.WriteString("mergePoint", point.Name);
        writer.WriteString("behavior", Word(point.Behavior));
        writer.WriteBoolean("required", point.Required);
        writer.WriteBoolean("locked", point.Locked);
        writer.WriteBoolean("user", point.User);
        writer.WriteNumber("line", point.Line);
        writer.WriteStartArray("offers");
        foreach (var offer in explanation.Offers)
        {
            writer.WriteStartObject();
            writer.WriteString("by", offer.By == OriginKind.Layer ? Word(offer.Source!.File.Contribution!.Layer) : Word(offer.By));
            WriteOptional(writer, "scope", offer.Source?.File.Contribution?.Scope?.Value);
            WriteSource(writer, offer.Source);
            writer.WriteString("outcome", Word(offer.Outcome));
            writer.WriteString("reason", offer.Reason);
            writer.WriteBoolean("locks", offer.Locks);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => EnumWords<T>.Of(value);
}
