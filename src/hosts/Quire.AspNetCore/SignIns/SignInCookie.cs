using Microsoft.AspNetCore.Http;
using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.AspNetCore.SignIns;

/// <summary>The cookie of a signed-in browser, and what guards it against other sites.</summary>
internal static class SignInCookie
{
    /// <summary>A header that only a page of this server can send: another site would have to ask first, and is told no.</summary>
    public const string Header = "Quire-Studio";

    private const string Name = "quire_session";

    /// <summary>The token that the browser sends; null where it sends none.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[Name];

    /// <summary>Hands the token to the browser.</summary>
    public static void Write(HttpContext http, string token) => http.Response.Cookies.Append(Name, token, Options(http, SignInService.Lifetime));

    /// <summary>Takes it back.</summary>
    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    /// <summary>Refuses what another site made the browser send.</summary>
    /// <exception cref="QuireException"><c>cross_site</c>.</exception>
    public static void CheckOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (site is "cross-site" or "same-site" || (!reads && !request.Headers.ContainsKey(Header)))
        {
            throw new QuireException(ErrorKind.Forbidden, "cross_site", "A signed-in browser may only be used by the pages of this server.",
                $"Programs send a key in Authorization instead; pages of this server send the header {Header}.");
        }
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
