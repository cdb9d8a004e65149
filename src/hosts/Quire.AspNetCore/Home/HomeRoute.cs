using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;

namespace Quire.AspNetCore.Home;

/// <summary>The page for people: what this server is, and where to go next. It has no data, so it needs no key.</summary>
internal sealed class HomeRoute : IRoute
{
    private readonly string _page;
    private readonly string _policy;

    /// <summary>Reads the page once.</summary>
    public HomeRoute()
    {
        var style = Read("home.css");
        _page = Read("home.html").Replace("/*style*/", style, StringComparison.Ordinal).Replace("{{version}}", Version(), StringComparison.Ordinal);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        _policy = $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/", Handle)
        .AllowsAnyone("It says what the server is and shows no data.")
        .Named("getHome", "The page for people.")
        .Answers(StatusCodes.Status200OK, "text/html");

    private Task<IResult> Handle(Call call)
    {
        var headers = call.Http.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return Task.FromResult<IResult>(new RawAnswer(Encoding.UTF8.GetBytes(Page(call.Http.Request)), "text/html; charset=utf-8"));
    }

    // The page may stand under a prefix, with or without a slash at its end.
    private string Page(HttpRequest request) =>
        _page.Replace("{{base}}", HtmlEncoder.Default.Encode($"{request.PathBase}{request.Path}".TrimEnd('/')), StringComparison.Ordinal);

    private static string Version() => typeof(HomeRoute).Assembly.GetName().Version!.ToString(3);

    private static string Read(string name)
    {
        using var stream = typeof(HomeRoute).Assembly.GetManifestResourceStream($"Quire.AspNetCore.Home.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
