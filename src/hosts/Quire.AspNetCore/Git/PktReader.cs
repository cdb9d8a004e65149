using System.Text;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Versioning;
using Quire.Versioning.Protocol;

namespace Quire.AspNetCore.Git;

/// <summary>Reads a body as pkt-lines, one at a time, and then what follows them. Never holds more than one line.</summary>
/// <param name="body">The body.</param>
/// <param name="limit">The most bytes that are read of it.</param>
/// <param name="cancellation">Ends when the client has gone.</param>
internal sealed class PktReader(Stream body, Limit limit, CancellationToken cancellation)
{
    private const int HeaderLength = 4;
    private readonly byte[] _line = new byte[PktLine.MaxLength];
    private long _read;
    private long _lines;

    /// <summary>Reads one line; null at the end of the body.</summary>
    /// <exception cref="QuireException"><c>bad_request</c>, <c>too_large</c>.</exception>
    public async ValueTask<(PktLineKind Kind, ReadOnlyMemory<byte> Data)?> Next()
    {
        var have = await Fill(_line.AsMemory(0, HeaderLength));
        if (have == 0)
            return null;
        var length = have == HeaderLength ? Length() : throw GitWords.Broken("it ends inside a line");
        QuireLimits.GitLines.Check(++_lines, "The request");
        if (length is 0 or 1 or 2)
            return ((PktLineKind)(length + 1), default);
        if (length < HeaderLength || await Fill(_line.AsMemory(HeaderLength, length - HeaderLength)) < length - HeaderLength)
            throw GitWords.Broken("it ends inside a line");
        return (PktLineKind.Data, _line.AsMemory(HeaderLength, length - HeaderLength));
    }

    /// <summary>A line of text without its line feed.</summary>
    public static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span.TrimEnd((byte)'\n'));

    /// <summary>Copies what follows the lines.</summary>
    /// <exception cref="QuireException"><c>too_large</c>.</exception>
    public async Task CopyRest(Stream target)
    {
        while (true)
        {
            var count = await Read(_line);
            if (count == 0)
                return;
            await target.WriteAsync(_line.AsMemory(0, count), cancellation);
        }
    }

    private int Length()
    {
        try
        {
            return PktLine.ReadLength(_line);
        }
        catch (VersioningException error)
        {
            throw GitWords.Broken(error.Message.TrimEnd('.'));
        }
    }

    private async ValueTask<int> Fill(Memory<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var count = await Read(buffer[filled..]);
            if (count == 0)
                break;
            filled += count;
        }
        return filled;
    }

    private async ValueTask<int> Read(Memory<byte> buffer)
    {
        try
        {
            var count = await body.ReadAsync(buffer, cancellation);
            limit.Check(_read += count, "The body");
            return count;
        }
        catch (InvalidDataException)
        {
            throw GitWords.Broken("its compressed body is damaged");
        }
    }
}
