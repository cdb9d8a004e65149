using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Langfuse;

/// <summary>How Langfuse's clients speak: the key is the password of Basic and names the project, errors are <c>{message, error}</c>.</summary>
internal sealed class LangfuseProtocol : Protocol
{
    /// <summary>The only one.</summary>
    public static readonly LangfuseProtocol Instance = new();

    // What their validator would have refused, they answer with a list of issues.
    private static readonly HashSet<string> Issues =
    [
        "langfuse_invalid", "invalid_name", "invalid_annotation", "invalid_parameter", "repeated_parameter", "invalid_json", "invalid_text", "duplicate_member",
        "missing_member", "unknown_member",
    ];

    /// <inheritdoc/>
    public override bool TakesBasic => true;

    /// <inheritdoc/>
    public override bool IgnoresUnknownParameters => true;

    /// <inheritdoc/>
    public override bool MeansDefaultProject => true;

    /// <inheritdoc/>
    public override string Challenge => "Basic realm=\"quire\", charset=\"UTF-8\"";

    /// <inheritdoc/>
    public override ErrorAnswer Explain(HttpContext http, int status, QuireError error)
    {
        var theirs = StatusOf(http, status);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, QuireJson.Writing))
        {
            json.WriteStartObject();
            if (Issues.Contains(error.Code))
                WriteIssue(json, error);
            else
                WriteError(json, theirs, error);
            json.WriteEndObject();
        }
        return new ErrorAnswer(theirs, "application/json; charset=utf-8", buffer.WrittenMemory);
    }

    // What was deleted is not there; what cannot be written is a wrong request.
    private static int StatusOf(HttpContext http, int status) => status switch
    {
        StatusCodes.Status410Gone => StatusCodes.Status404NotFound,
        StatusCodes.Status422UnprocessableEntity => StatusCodes.Status400BadRequest,
        StatusCodes.Status409Conflict when HttpMethods.IsPost(http.Request.Method) => StatusCodes.Status400BadRequest,
        _ => status,
    };

    private static void WriteIssue(Utf8JsonWriter json, QuireError error)
    {
        json.WriteString("message", "Invalid request data");
        json.WriteStartArray("error");
        json.WriteStartObject();
        json.WriteString("code", "custom");
        json.WriteStartArray("path");
        if (error.Facts.TryGetValue("path", out var path))
            json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteString("message", error.Message);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, int status, QuireError error)
    {
        json.WriteString("message", error.Diagnostics is [var first, ..] ? $"{error.Message}: {first.Message} (line {first.Line}, column {first.Column})" : error.Message);
        json.WriteString("error", status switch
        {
            StatusCodes.Status401Unauthorized => "UnauthorizedError",
            StatusCodes.Status403Forbidden => "ForbiddenError",
            StatusCodes.Status404NotFound => "LangfuseNotFoundError",
            StatusCodes.Status409Conflict => "LangfuseConflictError",
            StatusCodes.Status413PayloadTooLarge => "PayloadTooLargeError",
            StatusCodes.Status503ServiceUnavailable => "ServiceUnavailableError",
            >= StatusCodes.Status500InternalServerError => "InternalServerError",
            _ => "InvalidRequestError",
        });
    }
}
