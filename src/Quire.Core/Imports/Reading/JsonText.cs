using System.Text;
using System.Text.Json;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.Core.Imports.Reading;

/// <summary>Parses JSON that others wrote: a document, or one per line.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = (int)QuireLimits.JsonDepth.Value, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The document.</summary>
    /// <exception cref="QuireException"><c>invalid_import</c>.</exception>
    public static JsonElement Parse(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(bytes), Options);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? $", line {line + 1}" : "";
            throw new QuireException(ErrorKind.Rejected, "import_refused", $"{name}{place}: the file is not JSON, or nests deeper than {Options.MaxDepth} levels.", "Export it again, or check it with a JSON tool.");
        }
    }

    /// <summary>The documents of the lines that are not empty, each with the line's number; null where a line is none.</summary>
    public static IEnumerable<(int Line, JsonElement? Value)> Lines(ReadOnlyMemory<byte> bytes)
    {
        var rest = WithoutMark(bytes);
        for (var line = 1; rest.Length > 0; line++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var text = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!text.Span.Trim(" \t\r"u8).IsEmpty)
                yield return (line, TryParse(text));
        }
    }

    /// <summary>The document; null where it is none.</summary>
    public static JsonElement? TryParse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
}
