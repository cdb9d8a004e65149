using System.Text;

namespace Quire.Core.Imports.Reading;

/// <summary>Spreadsheets and shells of Windows write UTF-16 behind a mark that says so.</summary>
internal static class Utf16
{
    /// <summary>The text in UTF-8; what has no such mark, or is not what its mark says, as it is.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length % sizeof(char) != 0 || bytes.Length < sizeof(char) || (bytes.Span[0], bytes.Span[1]) is not ((0xFF, 0xFE) or (0xFE, 0xFF)))
            return bytes;
        try
        {
            return Encoding.UTF8.GetBytes(new UnicodeEncoding(bigEndian: bytes.Span[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes.Span[sizeof(char)..]));
        }
        catch (DecoderFallbackException)
        {
            return bytes;
        }
    }
}
