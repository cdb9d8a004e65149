using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;

namespace Quire.AspNetCore.Home;

/// <summary>The first page where Quire was built without the Studio: what this server is, and where to go next. It has no data.</summary>
internal sealed class HomePage : IResult
{
    private readonly string _page;
    private readonly string _policy;

    /// <summary>Reads the page once.</summary>
    public HomePage()
    {
        var style = Read("home.css");
        _page = Read("home.html").Replace("/*style*/", style, StringComparison.Ordinal).Replace("{{version}}", Version(), StringComparison.Ordinal);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        _policy = $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return new RawAnswer(Encoding.UTF8.GetBytes(Page(httpContext.Request)), "text/html; charset=utf-8").ExecuteAsync(httpContext);
    }

    // The page may stand under a prefix, with or without a slash at its end.
    private string Page(HttpRequest request) =>
        _page.Replace("{{base}}", HtmlEncoder.Default.Encode($"{request.PathBase}{request.Path}".TrimEnd('/')), StringComparison.Ordinal);

    private static string Version() => typeof(HomePage).Assembly.GetName().Version!.ToString(3);

    private static string Read(string name)
    {
        using var stream = typeof(HomePage).Assembly.GetManifestResourceStream($"Quire.AspNetCore.Home.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
