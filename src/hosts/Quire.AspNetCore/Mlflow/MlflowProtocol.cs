using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Mlflow;

/// <summary>What MLflow's clients speak: the key as a bearer's or as the password of Basic, errors as <c>{"error_code", "message"}</c>.</summary>
internal sealed class MlflowProtocol : Protocol
{
    /// <summary>The header in which clients name a workspace, which is a project here.</summary>
    public const string Workspace = "X-MLFLOW-WORKSPACE";

    /// <summary>The only one.</summary>
    public static readonly MlflowProtocol Instance = new();

    /// <inheritdoc/>
    public override bool TakesBasic => true;

    /// <inheritdoc/>
    public override bool IgnoresUnknownParameters => true;

    /// <inheritdoc/>
    public override bool MeansDefaultProject => true;

    /// <inheritdoc/>
    public override string ImpliedProject(HttpContext http, Principal caller) =>
        http.Request.Headers[Workspace] is [{ Length: > 0 } workspace] ? workspace : caller.DefaultProject;

    /// <inheritdoc/>
    public override ErrorAnswer Explain(HttpContext http, int status, QuireError error)
    {
        var (theirs, code) = Map(status, error.Code);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, QuireJson.Writing))
        {
            json.WriteStartObject();
            json.WriteString("error_code", code);
            json.WriteString("message", Message(error));
            json.WriteEndObject();
        }
        return new ErrorAnswer(theirs, "application/json", buffer.WrittenMemory);
    }

    private static (int Status, string Code) Map(int status, string code) => (status, code) switch
    {
        (_, "prompt_exists") => (StatusCodes.Status400BadRequest, "RESOURCE_ALREADY_EXISTS"),
        (_, "route_not_found") => (status, "ENDPOINT_NOT_FOUND"),
        (StatusCodes.Status401Unauthorized, _) => (status, "UNAUTHENTICATED"),
        (StatusCodes.Status403Forbidden, _) => (status, "PERMISSION_DENIED"),
        (StatusCodes.Status404NotFound or StatusCodes.Status410Gone, _) => (StatusCodes.Status404NotFound, "RESOURCE_DOES_NOT_EXIST"),
        (StatusCodes.Status409Conflict, _) => (status, "RESOURCE_CONFLICT"),
        (StatusCodes.Status503ServiceUnavailable, _) => (status, "TEMPORARILY_UNAVAILABLE"),
        ( >= StatusCodes.Status500InternalServerError, _) => (status, "INTERNAL_ERROR"),
        (StatusCodes.Status421MisdirectedRequest, _) => (status, "BAD_REQUEST"),
        _ => (StatusCodes.Status400BadRequest, "INVALID_PARAMETER_VALUE"),
    };

    private static string Message(QuireError error)
    {
        var findings = error.Diagnostics.Take(5).Select(finding => finding.Line > 0 ? $"{finding.Message} (line {finding.Line})" : finding.Message);
        return string.Join(' ', new[] { error.Message }.Concat(findings).Append(error.Hint).Where(text => !string.IsNullOrEmpty(text)));
    }
}
