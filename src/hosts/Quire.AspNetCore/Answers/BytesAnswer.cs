using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Quire.AspNetCore.Answers;

/// <summary>An answer whose bytes and tag are known; a client that has it already hears so.</summary>
/// <param name="body">The bytes.</param>
/// <param name="contentType">The media type.</param>
/// <param name="tag">The strong entity tag, with its quotes.</param>
internal sealed class BytesAnswer(ReadOnlyMemory<byte> body, string contentType, string tag) : IResult
{
    private readonly StringValues _contentType = contentType;
    private readonly StringValues _tag = tag;

    /// <summary>The strong entity tag, with its quotes.</summary>
    public string Tag { get; } = tag;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = _tag;
        response.Headers.CacheControl = "private, no-cache";
        if (EntityTags.Matches(httpContext.Request.Headers.IfNoneMatch, Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.Headers.ContentType = _contentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }
}
