using Microsoft.AspNetCore.Http;

namespace Quire.AspNetCore.Answers;

/// <summary>An answer whose bytes are made already.</summary>
/// <param name="body">The bytes.</param>
/// <param name="contentType">The media type.</param>
internal sealed class RawAnswer(ReadOnlyMemory<byte> body, string contentType) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }
}
