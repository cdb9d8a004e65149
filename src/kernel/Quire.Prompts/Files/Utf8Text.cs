using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Quire.Prompts.Files;

/// <summary>What counts as text: well-formed UTF-8 without NUL.</summary>
public static class Utf8Text
{
    /// <summary>Whether the bytes are text.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes) => !bytes.Contains((byte)0) && Utf8.IsValid(bytes);

    /// <summary>Why the bytes are no text, with the offset of the first bad byte: one clause for people.</summary>
    public static string Explain(ReadOnlySpan<byte> bytes)
    {
        var nul = bytes.IndexOf((byte)0);
        var bad = FirstInvalid(bytes);
        if (nul >= 0 && (bad < 0 || nul < bad))
            return $"NUL at byte {nul}";
        return bad >= 0 ? $"invalid UTF-8 at byte {bad}" : "it is text";
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (offset < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[offset..], out _, out var used) != OperationStatus.Done)
                return offset;
            offset += used;
        }

        return -1;
    }
}
