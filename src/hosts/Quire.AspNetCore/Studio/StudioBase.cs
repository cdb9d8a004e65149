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

    // The pattern of a route is the prefix of MapQuire and the route's own; the first page's own is a slash.
    private static string Prefix(HttpContext http)
    {
        var endpoint = (RouteEndpoint)http.GetEndpoint()!;
        var own = endpoint.Metadata.GetMetadata<StudioPattern>()?.Text ?? "/";
        var prefix = endpoint.RoutePattern.RawText![..^own.Length].Trim('/');
        return prefix.Length == 0 ? "" : $"/{prefix}";
    }

    // Anybody can send the header, so only plain segments count: no host, no step to another folder, nothing that HTML could misread.
    private static string Proxy(HttpRequest request)
    {
        var text = request.Headers[Forwarded].ToString().TrimEnd('/');
        return text is ['/', not '/', ..] && RawTarget.Segments(text).All(IsPlain) ? text : "";
    }

    private static bool IsPlain(string segment) =>
        segment.Length > 0 && segment is not ("." or "..") && segment.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '~');
}
