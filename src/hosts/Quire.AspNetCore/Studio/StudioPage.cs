using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Quire.AspNetCore.Studio;

/// <summary>The one page of the Studio: the same for every address, but for the base that its links stand on and a nonce for its styles.</summary>
/// <param name="page">The page as the build made it, with places for both.</param>
internal sealed class StudioPage(string page) : IResult
{
    private const string Base = "%QUIRE_BASE%";
    private const string Nonce = "%QUIRE_NONCE%";
    private const int NonceBytes = 18;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce);
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        var text = page.Replace(Base, HtmlEncoder.Default.Encode(StudioBase.Of(httpContext)), StringComparison.Ordinal).Replace(Nonce, nonce, StringComparison.Ordinal);
        var body = Encoding.UTF8.GetBytes(text);
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : httpContext.Response.Body.WriteAsync(body).AsTask();
    }

    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'self'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
}
