using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;

namespace Quire.AspNetCore.Studio;

/// <summary>Where the Studio stands, as the browser sees it: behind a proxy's prefix, the host's and the one of MapQuire.</summary>
internal static class StudioBase
{
    /// <summary>A header in which a proxy tells the prefix that it takes off.</summary>
    private const string Forwarded = "X-Forwarded-Prefix";

    /// <summary>The path of the Studio, with a slash at its end.</summary>
    public static string Of(HttpContext http) => $"{Proxy(http.Request)}{http.Request.PathBase}{Prefix(http)}/";

    // The pattern of the route is the prefix of MapQuire, and a placeholder for everything below it where it is not the first page.
    private static string Prefix(HttpContext http)
    {
        var pattern = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern.RawText!;
        var end = pattern.IndexOf("{**", StringComparison.Ordinal);
        var prefix = (end < 0 ? pattern : pattern[..end]).Trim('/');
        return prefix.Length == 0 ? "" : $"/{prefix}";
    }

    // Anybody can send the header, so only plain segments count: no host, no step to another folder, nothing that HTML could misread.
    private static string Proxy(HttpRequest request)
    {
        var text = request.Headers[Forwarded].ToString().TrimEnd('/');
        return text.StartsWith('/') && RawTarget.Segments(text).All(IsPlain) ? text : "";
    }

    private static bool IsPlain(string segment) =>
        segment.Length > 0 && segment is not ("." or "..") && segment.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '~');
}
