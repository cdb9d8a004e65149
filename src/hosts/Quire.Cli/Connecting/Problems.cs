using System.Net;
using System.Text.Json;
using Quire.Cli.Rendering;
using Quire.Core.Errors;

namespace Quire.Cli.Connecting;

/// <summary>Turns answers that are failures back into the errors that they were.</summary>
internal static class Problems
{
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal) { "type", "title", "status", "detail", "instance", "code", "hint", "diagnostics" };

    /// <summary>The error of an answer.</summary>
    public static QuireException Read(HttpStatusCode status, byte[] body, Uri server)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.TryGetProperty("code", out _))
                return new QuireException(Read(status, document.RootElement));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Something between us and the server answered.
        }
        return new QuireException(ErrorKind.Unavailable, "not_quire", $"{server} answered {(int)status} in a way that Quire does not.", "Check the address.");
    }

    /// <summary>The error of a server that cannot be reached.</summary>
    public static QuireException Unreachable(Uri server, HttpRequestException error) =>
        new(ErrorKind.Unavailable, "server_unreachable", $"{server} cannot be reached: {error.Message.TrimEnd('.')}.", "Start it with quire serve, or check the address.");

    private static QuireError Read(HttpStatusCode status, JsonElement problem) => new()
    {
        Kind = KindOf(status),
        Code = problem.GetProperty("code").GetString()!,
        Message = problem.TryGetProperty("detail", out var detail) ? detail.ToString() : problem.GetProperty("title").ToString(),
        Hint = problem.TryGetProperty("hint", out var hint) ? hint.GetString() : null,
        Diagnostics = problem.TryGetProperty("diagnostics", out var findings) ? [.. findings.EnumerateArray().Select(DiagnosticJson.Read)] : [],
        Facts = problem.EnumerateObject().Where(member => !Standard.Contains(member.Name)).ToDictionary(member => member.Name, member => member.Value.ToString(), StringComparer.Ordinal),
    };

    private static ErrorKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ErrorKind.Unauthenticated,
        HttpStatusCode.Forbidden => ErrorKind.Forbidden,
        HttpStatusCode.NotFound => ErrorKind.NotFound,
        HttpStatusCode.Gone => ErrorKind.Gone,
        HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => ErrorKind.Conflict,
        HttpStatusCode.RequestEntityTooLarge => ErrorKind.TooLarge,
        HttpStatusCode.UnprocessableEntity => ErrorKind.Rejected,
        >= HttpStatusCode.InternalServerError => ErrorKind.Unavailable,
        _ => ErrorKind.Invalid,
    };
}
