using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.Core.Outbound;

/// <summary>Reads addresses that people give for requests to leave to.</summary>
public static class OutboundUrl
{
    /// <summary>Reads an absolute http or https address without user name, password and fragment.</summary>
    /// <param name="text">The address.</param>
    /// <exception cref="QuireException"><c>invalid_url</c>, <c>too_large</c>.</exception>
    public static Uri Parse(string text)
    {
        QuireLimits.UrlLength.Check(text.Length, "The URL");
        if (text.AsSpan().ContainsAnyInRange('\0', ' ') || !Uri.TryCreate(text, UriKind.Absolute, out var url))
            throw Wrong("is not a URL");
        if (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            throw Wrong("is neither https nor http");
        if (url.UserInfo.Length > 0)
            throw Wrong("has a user name or password, which belong in a header");
        if (url.Fragment.Length > 0)
            throw Wrong("has a fragment, which no server sees");
        return url.Host.Length > 0 ? url : throw Wrong("names no host");
    }

    // The text is not repeated: it may hold a password.
    private static QuireException Wrong(string reason) =>
        new(ErrorKind.Invalid, "invalid_url", $"The URL {reason}.", "Write it as https://host/path.");
}
