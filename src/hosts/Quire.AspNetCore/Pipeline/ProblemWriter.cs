using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Quire.AspNetCore.Errors;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Pipeline;

/// <summary>Turns every failure into an answer in the protocol of its route. The one place where error kinds become status codes.</summary>
/// <param name="logger">Hears of failures that are nobody's call: never of keys, bodies or queries.</param>
internal sealed class ProblemWriter(ILogger<ProblemWriter> logger)
{
    private const int ClientHasGone = 499;

    /// <summary>Answers a request that failed.</summary>
    public Task Write(HttpContext http, Exception error)
    {
        if (error is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = ClientHasGone;
            return Task.CompletedTask;
        }
        var (status, problem) = Explain(error);
        Log(http, status, problem, error);
        return Answer(http, status, problem);
    }

    /// <summary>A failure of an answer that has begun: the bytes that it would have been, had it not.</summary>
    public ReadOnlyMemory<byte> Describe(HttpContext http, Exception error)
    {
        var (status, problem) = Explain(error);
        Log(http, status, problem, error);
        return ProblemDocument.Write(status, problem);
    }

    /// <summary>The status code of a kind of error.</summary>
    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Gone => StatusCodes.Status410Gone,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.Rejected => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private void Log(HttpContext http, int status, QuireError problem, Exception error)
    {
        if (status >= StatusCodes.Status500InternalServerError && problem.Code != "sequence_not_reached")
            logger.LogError(error, "{Method} {Route} failed: {Code}", http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, problem.Code);
    }

    private static (int Status, QuireError Error) Explain(Exception error) => error switch
    {
        QuireException quire => (StatusOf(quire.Error.Kind), quire.Error),
        RequestRefusedException refused => (refused.Status, refused.Error),
        JsonException json => Of(JsonFaults.Explain(json)),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(ErrorKind.TooLarge, "too_large", "The body is larger than the limit.", "The limit request.bytes is listed in docs/limits.md."),
        BadHttpRequestException => Of(ErrorKind.Invalid, "bad_request", "The request could not be read.", null),
        DbException or TimeoutException or IOException => Of(ErrorKind.Unavailable, "storage_unavailable", "The store did not answer.", "Try again shortly."),
        _ => (StatusCodes.Status500InternalServerError, new QuireError
        {
            Kind = ErrorKind.Unavailable,
            Code = "internal_error",
            Message = "Something failed that should not have. Nothing more is told here; the server's log has it.",
            Hint = "Report it with the time and the route.",
        }),
    };

    private static (int, QuireError) Of(QuireError error) => (StatusOf(error.Kind), error);

    private static (int, QuireError) Of(ErrorKind kind, string code, string message, string? hint) =>
        Of(new QuireError { Kind = kind, Code = code, Message = message, Hint = hint });

    private static Task Answer(HttpContext http, int status, QuireError error)
    {
        var protocol = http.GetEndpoint()?.Metadata.GetMetadata<Protocol>() ?? RestProtocol.Instance;
        var answer = protocol.Explain(http, status, error);
        var headers = http.Response.Headers;
        http.Response.StatusCode = answer.Status;
        headers.ContentType = answer.ContentType;
        headers.CacheControl = "no-store";
        headers.Remove("ETag");
        if (answer.Status == StatusCodes.Status401Unauthorized)
            headers.WWWAuthenticate = protocol.Challenge;
        if (answer.Status == StatusCodes.Status503ServiceUnavailable)
            headers.RetryAfter = "1";
        headers.ContentLength = answer.Body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(answer.Body).AsTask();
    }
}
