using System.Buffers;
using System.Text;

namespace Quire.Versioning.Protocol;

/// <summary>Git's framing: four hexadecimal digits of length, themselves included, then the data.</summary>
public static class PktLine
{
    /// <summary>The longest line, its length digits included, in bytes.</summary>
    public const int MaxLength = 65_520;

    /// <summary>The most data that one line carries, in bytes.</summary>
    public const int MaxData = MaxLength - HeaderLength;

    private const int HeaderLength = 4;

    /// <summary>Takes one line from the front of the input.</summary>
    /// <param name="input">The bytes; moved behind the line where there is a whole one.</param>
    /// <param name="kind">What the line is.</param>
    /// <param name="data">Its data; empty unless it is <see cref="PktLineKind.Data"/>.</param>
    /// <returns>False where more bytes are needed; at most <see cref="MaxLength"/> ever are.</returns>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadPktLine"/>.</exception>
    public static bool TryRead(ref ReadOnlySpan<byte> input, out PktLineKind kind, out ReadOnlySpan<byte> data)
    {
        kind = default;
        data = default;
        if (input.Length < HeaderLength)
            return false;
        var length = ReadLength(input[..HeaderLength]);
        if (length < HeaderLength)
        {
            kind = length switch
            {
                0 => PktLineKind.Flush,
                1 => PktLineKind.Delimiter,
                2 => PktLineKind.ResponseEnd,
                _ => throw Bad(input[..HeaderLength]),
            };
            input = input[HeaderLength..];
            return true;
        }
        if (input.Length < length)
            return false;
        data = input[HeaderLength..length];
        input = input[length..];
        return true;
    }

    /// <summary>The length that a line's first four bytes state, themselves included; 0 to 2 for the special lines.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadPktLine"/>: no hexadecimal digits, or too long.</exception>
    public static int ReadLength(ReadOnlySpan<byte> header)
    {
        var length = 0;
        foreach (var digit in header[..HeaderLength])
        {
            var value = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => throw Bad(header[..HeaderLength]),
            };
            length = (length << 4) | value;
        }
        return length <= MaxLength ? length : throw Bad(header[..HeaderLength]);
    }

    /// <summary>Writes one line.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MaxData"/> bytes.</exception>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        if (data.Length > MaxData)
            throw new ArgumentException($"A pkt-line carries at most {MaxData} bytes.", nameof(data));
        WriteHeader(output, data.Length + HeaderLength);
        output.Write(data);
    }

    /// <summary>Writes one line of text as UTF-8, as it is: callers add the line feed that git expects after most.</summary>
    public static void Write(IBufferWriter<byte> output, string text) => Write(output, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes <c>0000</c>.</summary>
    public static void WriteFlush(IBufferWriter<byte> output) => output.Write("0000"u8);

    /// <summary>Writes <c>0001</c>.</summary>
    public static void WriteDelimiter(IBufferWriter<byte> output) => output.Write("0001"u8);

    /// <summary>Writes <c>0002</c>.</summary>
    public static void WriteResponseEnd(IBufferWriter<byte> output) => output.Write("0002"u8);

    /// <summary>Writes data on a side band, in as many lines as it takes; nothing for no data.</summary>
    /// <param name="output">Receives the lines.</param>
    /// <param name="band">1 for the pack, 2 for progress that people read, 3 for a fatal error.</param>
    /// <param name="data">The data.</param>
    public static void WriteBand(IBufferWriter<byte> output, byte band, ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var count = Math.Min(data.Length, MaxData - 1);
            WriteHeader(output, count + HeaderLength + 1);
            output.Write([band]);
            output.Write(data[..count]);
            data = data[count..];
        }
    }

    private static void WriteHeader(IBufferWriter<byte> output, int length)
    {
        var digits = output.GetSpan(HeaderLength);
        for (var i = 0; i < HeaderLength; i++)
            digits[i] = "0123456789abcdef"u8[(length >> (12 - (4 * i))) & 15];
        output.Advance(HeaderLength);
    }

    private static VersioningException Bad(ReadOnlySpan<byte> header) =>
        new(VersioningCodes.BadPktLine, $"'{Encoding.Latin1.GetString(header)}' is no length of a pkt-line.", $"It is four hexadecimal digits, at most {MaxLength}.");
}
