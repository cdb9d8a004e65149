using System.Buffers;
using System.Buffers.Text;

namespace Quire.Redis.Protocol;

/// <summary>Reads replies. What is larger or deeper than any reply that we ask for is refused, since the other side may be anything.</summary>
internal static class RespReader
{
    /// <summary>The longest bytes in a reply.</summary>
    public const int MaxBulk = 16 * 1024 * 1024;

    private const int MaxItems = 10_000;
    private const int MaxDepth = 4;
    private const int MaxLine = 64 * 1024;

    /// <summary>Takes one reply from the front; false where not all of it is there yet, and then nothing is taken.</summary>
    /// <exception cref="RedisException">The bytes are no reply.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> bytes, out RespReply reply)
    {
        var reader = new SequenceReader<byte>(bytes);
        if (!TryRead(ref reader, 0, out reply))
            return false;
        bytes = bytes.Slice(reader.Position);
        return true;
    }

    private static bool TryRead(ref SequenceReader<byte> reader, int depth, out RespReply reply)
    {
        reply = RespReply.Null;
        if (depth > MaxDepth)
            throw Wrong("it nests too deep");
        if (!reader.TryRead(out var kind) || !TryReadLine(ref reader, out var line))
            return false;
        switch ((char)kind)
        {
            case '+':
                reply = new RespReply(RespKind.Simple, line, 0, []);
                return true;
            case '-':
                reply = new RespReply(RespKind.Error, line, 0, []);
                return true;
            case ':':
                reply = new RespReply(RespKind.Integer, [], Number(line), []);
                return true;
            case '$':
                return TryReadBulk(ref reader, Number(line), out reply);
            case '*':
                return TryReadArray(ref reader, Number(line), depth, out reply);
            default:
                throw Wrong($"it begins with byte {kind}");
        }
    }

    private static bool TryReadBulk(ref SequenceReader<byte> reader, long length, out RespReply reply)
    {
        reply = RespReply.Null;
        if (length == -1)
            return true;
        if (length is < 0 or > MaxBulk)
            throw Wrong($"it announces {length} bytes");
        if (reader.Remaining < length + 2)
            return false;
        var content = new byte[length];
        reader.TryCopyTo(content);
        reader.Advance(length);
        if (!reader.IsNext("\r\n"u8, advancePast: true))
            throw Wrong("its length is wrong");
        reply = new RespReply(RespKind.Bulk, content, 0, []);
        return true;
    }

    private static bool TryReadArray(ref SequenceReader<byte> reader, long count, int depth, out RespReply reply)
    {
        reply = RespReply.Null;
        if (count == -1)
            return true;
        if (count is < 0 or > MaxItems)
            throw Wrong($"it announces {count} items");
        var items = new List<RespReply>();
        while (items.Count < count)
        {
            if (!TryRead(ref reader, depth + 1, out var item))
                return false;
            items.Add(item);
        }
        reply = new RespReply(RespKind.Array, [], 0, items);
        return true;
    }

    private static bool TryReadLine(ref SequenceReader<byte> reader, out byte[] line)
    {
        line = [];
        if (!reader.TryReadTo(out ReadOnlySequence<byte> found, "\r\n"u8))
            return reader.Remaining > MaxLine ? throw Wrong("its first line has no end") : false;
        if (found.Length > MaxLine)
            throw Wrong("its first line is too long");
        line = found.ToArray();
        return true;
    }

    private static long Number(byte[] line) =>
        Utf8Parser.TryParse(line, out long number, out var read) && read == line.Length ? number : throw Wrong("a number is none");

    private static RedisException Wrong(string why) => new($"The server's reply is not understood: {why}. Is it Redis?");
}
