using System.Text;

namespace Quire.AspNetCore.Commits;

/// <summary>Reads contents that came inside JSON.</summary>
internal static class ContentText
{
    /// <summary>The bytes of exactly one of a text and base64; null where none or both are given, or the base64 is none.</summary>
    public static byte[]? Bytes(string? text, string? base64)
    {
        if (text is null == base64 is null)
            return null;
        if (text is not null)
            return Encoding.UTF8.GetBytes(text);
        var buffer = new byte[base64!.Length];
        return Convert.TryFromBase64String(base64, buffer, out var length) ? buffer[..length] : null;
    }
}
