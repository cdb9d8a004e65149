using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;

namespace Quire.AspNetCore.Studio;

/// <summary>Answers with a file of the Studio.</summary>
/// <param name="file">The file.</param>
/// <param name="isNamedByContent">Whether its name changes whenever its content does, so that it may be kept for ever.</param>
internal sealed class StudioFileAnswer(StudioFile file, bool isNamedByContent) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache";
        if (!TakesBrotli(httpContext.Request))
            return new RawAnswer(file.Plain.Value, file.ContentType).ExecuteAsync(httpContext);
        headers.ContentEncoding = "br";
        return new RawAnswer(file.Packed, file.ContentType).ExecuteAsync(httpContext);
    }

    private static bool TakesBrotli(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality is not 0);
}
