using System.Buffers;
using System.Globalization;
using System.Text;

namespace Quire.Redis.Protocol;

/// <summary>Commands as bytes.</summary>
internal static class RespCommand
{
    /// <summary>A command whose parts are texts.</summary>
    public static byte[] Of(params string[] parts) => Of([.. parts.Select(part => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(part))]);

    /// <summary>A command whose parts are bytes.</summary>
    public static byte[] Of(params ReadOnlyMemory<byte>[] parts)
    {
        var buffer = new ArrayBufferWriter<byte>(parts.Sum(part => part.Length + 16) + 16);
        Header(buffer, '*', parts.Length);
        foreach (var part in parts)
        {
            Header(buffer, '$', part.Length);
            buffer.Write(part.Span);
            buffer.Write("\r\n"u8);
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Header(ArrayBufferWriter<byte> buffer, char kind, int number) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}{number}\r\n"), buffer);
}
