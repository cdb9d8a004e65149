using System.Text.Json;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Errors;

/// <summary>Says what is wrong with a body, in our words: the serializer's name types of this program.</summary>
internal static class JsonFaults
{
    /// <summary>The error of a body that could not be read.</summary>
    public static QuireError Explain(JsonException error)
    {
        if (error.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return Of("unknown_member", $"The body has an unknown member{Place(error)}.", "Members are spelt as the OpenAPI document has them.");
        if (error.Message.Contains("uplicate", StringComparison.Ordinal))
            return Of("duplicate_member", $"The body has a member twice{Place(error)}.", "Send each member once.");
        if (error.Message.Contains("missing required", StringComparison.Ordinal))
            return Of("missing_member", $"The body lacks {Missing(error)}{Place(error)}.", "The OpenAPI document at /openapi/v1.json has an example.");
        return Of("invalid_json", $"The body is no JSON that this route can read{Place(error)}{Line(error)}.", "Check brackets, quotes and the types of values.");
    }

    private static QuireError Of(string code, string message, string hint) => new() { Kind = ErrorKind.Invalid, Code = code, Message = message, Hint = hint };

    private static string Place(JsonException error) => error.Path is null or "$" ? "" : $" at {error.Path}";

    private static string Line(JsonException error) => error.LineNumber is { } line ? $" (line {line + 1}, byte {error.BytePositionInLine + 1})" : "";

    private static string Missing(JsonException error)
    {
        var colon = error.Message.LastIndexOf("including: ", StringComparison.Ordinal);
        return colon < 0 ? "a member" : error.Message[(colon + "including: ".Length)..].TrimEnd('.');
    }
}
