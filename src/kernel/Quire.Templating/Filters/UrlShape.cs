using Quire.Templating.Jinja;

namespace Quire.Templating.Filters;

/// <summary>Whether a word looks like an address. The shapes are those of Jinja's patterns, read in single passes.</summary>
internal static class UrlShape
{
    private static readonly string[] BasicDomains = ["com", "net", "int", "edu", "gov", "org", "info", "mil"];

    public static bool IsMail(ReadOnlySpan<char> text)
    {
        // Any number of characters, an @, a word character, then words with dots; the part behind the last dot is one word.
        for (var at = text.LastIndexOf('@'); at > 0; at = text[..at].LastIndexOf('@'))
            if (IsMailHost(text[(at + 1)..])) return true;
        return false;
    }

    public static bool IsWeb(ReadOnlySpan<char> text)
    {
        var hasScheme = StripPrefix(ref text, "https://") || StripPrefix(ref text, "http://");
        var isWww = !hasScheme && StripPrefix(ref text, "www.");
        var hostEnd = text.IndexOfAny('/', '?', '#');
        var host = hostEnd < 0 ? text : text[..hostEnd];
        if (hasScheme && (IsIPv4(WithoutPort(host)) || IsIPv6(WithoutPort(host)))) return true;
        host = WithoutPort(host);
        return hasScheme || isWww ? IsHost(host) : IsBasicDomain(host);
    }

    private static bool StripPrefix(ref ReadOnlySpan<char> text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return false;
        text = text[prefix.Length..];
        return true;
    }

    private static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        if (colon < 0 || host.Length - colon - 1 is 0 or > 5 || host[(colon + 1)..].IndexOfAnyExceptInRange('0', '9') >= 0) return host;
        return host[..colon];
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
            if (!PythonCharacters.IsWord(c) && c is not ('%' or '-')) return false;
        return label.Length > 0;
    }

    /// <summary>Labels with dots; the last is letters only (or an encoded international one).</summary>
    private static bool IsHost(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        var last = host[(dot + 1)..];
        if (dot >= 0 && !AreLabels(host[..dot])) return false;
        if (last.Length is >= 2 and <= 63 && last.IndexOfAnyExcept(AsciiLetters) < 0) return true;
        return last.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) && last.Length is >= 6 and <= 63 && IsLabel(last[4..]) && !last[4..].Contains('-');
    }

    private static readonly System.Buffers.SearchValues<char> AsciiLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static bool AreLabels(ReadOnlySpan<char> labels)
    {
        foreach (var range in labels.Split('.'))
            if (!IsLabel(labels[range])) return false;
        return true;
    }

    private static bool IsBasicDomain(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        if (dot <= 0) return false;
        var last = host[(dot + 1)..];
        var known = false;
        foreach (var domain in BasicDomains) known |= last.Equals(domain, StringComparison.OrdinalIgnoreCase);
        if (!known) return false;
        foreach (var range in host[..dot].Split('.'))
        {
            var label = host[..dot][range];
            if (!IsLabel(label) || label.Length is < 2 or > 63) return false;
        }
        return true;
    }

    private static bool IsIPv4(ReadOnlySpan<char> host)
    {
        var count = 0;
        foreach (var range in host.Split('.'))
        {
            var part = host[range];
            if (part.Length is 0 or > 3 || part.IndexOfAnyExceptInRange('0', '9') >= 0) return false;
            count++;
        }
        return count == 4;
    }

    private static bool IsIPv6(ReadOnlySpan<char> host)
    {
        if (host.Length < 4 || host[0] != '[' || host[^1] != ']') return false;
        var groups = 0;
        var digits = 0;
        foreach (var c in host[1..^1])
        {
            if (c == ':')
            {
                groups++;
                digits = 0;
            }
            else if (!char.IsAsciiHexDigit(c) || ++digits > 4) return false;
        }
        return groups is >= 2 and <= 8;
    }

    private static bool IsMailHost(ReadOnlySpan<char> host)
    {
        if (host.Length == 0 || !PythonCharacters.IsWord(host[0])) return false;
        var dot = host.LastIndexOf('.');
        if (dot < 1 || dot == host.Length - 1) return false;
        foreach (var c in host[(dot + 1)..])
            if (!PythonCharacters.IsWord(c)) return false;
        foreach (var c in host[..dot])
            if (!PythonCharacters.IsWord(c) && c is not ('.' or '-')) return false;
        return true;
    }
}
