using System.Text;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Pipeline;

/// <summary>
/// Reads path segments from the request line itself. What the server hands on is decoded already, except for <c>%2F</c>, so that
/// <c>a%2Fb</c> and <c>a%252Fb</c> look alike there.
/// </summary>
internal static class RawTarget
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The segments of the target's path, still encoded; one slash at the end is ignored.</summary>
    public static string[] Segments(string target)
    {
        var path = PathOf(target).TrimStart('/');
        if (path.EndsWith('/'))
            path = path[..^1];
        return path.Length == 0 ? [] : path.ToString().Split('/');
    }

    /// <summary>Decodes one segment, exactly once.</summary>
    /// <param name="segment">The segment as it was sent.</param>
    /// <param name="mayHaveSlash">Whether an encoded slash may stand in it.</param>
    /// <exception cref="QuireException"><c>invalid_path</c>.</exception>
    public static string Decode(string segment, bool mayHaveSlash)
    {
        var text = segment.Contains('%') ? DecodeEscapes(segment) : segment;
        if (text is "." or "..")
            throw Refuse(segment, "is a step to another folder");
        if (!mayHaveSlash && text.Contains('/'))
            throw Refuse(segment, "has an encoded slash, which only a prompt's path or a branch's name may have");
        return text.AsSpan().IndexOfAny('\\', '\0') < 0 ? text : throw Refuse(segment, "has a backslash or NUL");
    }

    private static ReadOnlySpan<char> PathOf(string target)
    {
        var path = target.AsSpan();
        var end = path.IndexOfAny('?', '#');
        if (end >= 0)
            path = path[..end];
        if (path is ['/', ..])
            return path;
        // The absolute form that proxies use: scheme://host/path.
        var authority = path.IndexOf("://", StringComparison.Ordinal);
        var slash = authority < 0 ? -1 : path[(authority + 3)..].IndexOf('/');
        return slash < 0 ? [] : path[(authority + 3 + slash)..];
    }

    private static string DecodeEscapes(string segment)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(segment.Length)];
        var length = 0;
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '%')
                length += Encoding.UTF8.GetBytes(segment.AsSpan(i, 1), bytes.AsSpan(length));
            else if (i + 2 < segment.Length && char.IsAsciiHexDigit(segment[i + 1]) && char.IsAsciiHexDigit(segment[i + 2]))
                (bytes[length++], i) = (Convert.ToByte(segment.Substring(i + 1, 2), 16), i + 2);
            else
                throw Refuse(segment, "has a '%' that two hexadecimal digits do not follow");
        }
        return Text(segment, bytes.AsSpan(0, length));
    }

    private static string Text(string segment, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse(segment, "does not decode to UTF-8");
        }
    }

    private static QuireException Refuse(string segment, string reason) => new(
        ErrorKind.Invalid, "invalid_path", $"The segment '{(segment.Length > 200 ? segment[..200] + "…" : segment)}' of the path {reason}.",
        "Percent-encode each segment exactly once, a slash inside a prompt's path as %2F.");
}
