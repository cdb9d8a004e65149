using System.Text;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Commits;

/// <summary>Splits the body of a commit or tag into headers and message.</summary>
internal static class HeaderReader
{
    /// <summary>Reads headers up to the empty line; the rest is the message.</summary>
    public static List<ObjectHeader> Read(GitObject value, out ReadOnlyMemory<byte> message)
    {
        var body = value.Body;
        var headers = new List<ObjectHeader>(6);
        var position = 0;
        while (position < body.Length && body.Span[position] != '\n')
        {
            headers.Add(ReadHeader(value, ref position));
            if (position > VersioningLimits.CommitHeaderBytes)
                throw Bad(value, $"has more than {VersioningLimits.CommitHeaderBytes} bytes of headers");
        }
        message = position < body.Length ? body[(position + 1)..] : default;
        return headers;
    }

    /// <summary>The error for a commit or tag that does not parse.</summary>
    public static VersioningException Bad(GitObject value, string what) =>
        new(VersioningCodes.BadCommit, $"The {value.Kind.Name()} {value.Id} {what}.") { Subject = value.Id.ToString() };

    /// <summary>The text of bytes that should be UTF-8; Latin-1, which takes any byte, where they are not.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? encoding)
    {
        var latin = encoding is not null && (encoding.Equals("ISO-8859-1", StringComparison.OrdinalIgnoreCase) || encoding.Equals("latin1", StringComparison.OrdinalIgnoreCase));
        return !latin && System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    private static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> body, int position)
    {
        var rest = body[position..];
        var end = rest.IndexOf((byte)'\n');
        return end < 0 ? rest : rest[..end];
    }

    private static ObjectHeader ReadHeader(GitObject value, ref int position)
    {
        var body = value.Body.Span;
        var line = LineAt(body, position);
        if (line[0] == ' ')
            throw Bad(value, "begins with a continuation line");
        position += line.Length + 1;
        var space = line.IndexOf((byte)' ');
        if (space < 0)
            return new ObjectHeader(Decode(line, null), "");
        var key = Decode(line[..space], null);
        // Long values (signatures) go on in lines that begin with a blank.
        var text = new StringBuilder(Decode(line[(space + 1)..], null));
        for (; position < body.Length && body[position] == ' '; position += line.Length + 1)
        {
            line = LineAt(body, position);
            text.Append('\n').Append(Decode(line[1..], null));
        }
        return new ObjectHeader(key, text.ToString());
    }
}
