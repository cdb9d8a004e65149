using System.Text.Json;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Bodies;

/// <summary>Looks through JSON for what no route accepts: NUL, surrogates that stand alone, and nesting without end.</summary>
internal static class JsonScan
{
    /// <summary>Refuses such JSON.</summary>
    /// <exception cref="QuireException"><c>invalid_text</c>, <c>too_deep</c>.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> bytes)
    {
        var limit = (int)QuireLimits.JsonDepth.Value;
        // One level more than is accepted, so that depth has an error of its own.
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = limit + 1 });
        while (reader.Read())
        {
            if (reader.CurrentDepth >= limit && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                throw new QuireException(ErrorKind.TooLarge, "too_deep", $"The body nests deeper than {limit} levels.", "The limit request.depth is listed in docs/limits.md.");
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                CheckText(ref reader);
        }
    }

    private static void CheckText(ref Utf8JsonReader reader)
    {
        try
        {
            if (!reader.GetString()!.Contains('\0'))
                return;
        }
        catch (InvalidOperationException)
        {
            throw Refuse("a surrogate that stands alone", reader.TokenStartIndex);
        }
        throw Refuse("a NUL", reader.TokenStartIndex);
    }

    private static QuireException Refuse(string what, long at) =>
        new(ErrorKind.Invalid, "invalid_text", $"A text in the body has {what} (byte {at + 1}).", "Send bytes that are no text as base64, or with POST …/blobs.");
}
