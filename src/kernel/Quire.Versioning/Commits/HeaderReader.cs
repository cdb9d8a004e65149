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
        while (position < body.Length)
        {
            var line = LineAt(body.Span, position);
            var next = position + line.Length + 1;
            if (line.IsEmpty)
            {
                message = next <= body.Length ? body[next..] : default;
                return headers;
            }
            if (next > VersioningLimits.CommitHeaderBytes)
                throw Bad(value, $"has more than {VersioningLimits.CommitHeaderBytes} bytes of headers");
            Add(headers, line, value);
            position = next;
        }
        message = default;
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

    private static void Add(List<ObjectHeader> headers, ReadOnlySpan<byte> line, GitObject value)
    {
        if (line[0] == ' ')
        {
            if (headers.Count == 0)
                throw Bad(value, "begins with a continuation line");
            var last = headers[^1];
            // Long values (signatures) have some dozens of lines; the limit on all headers bounds the copying.
            headers[^1] = last with { Value = last.Value + "\n" + Decode(line[1..], null) };
            return;
        }
        var space = line.IndexOf((byte)' ');
        var key = space < 0 ? line : line[..space];
        headers.Add(new ObjectHeader(Decode(key, null), space < 0 ? "" : Decode(line[(space + 1)..], null)));
    }
}
