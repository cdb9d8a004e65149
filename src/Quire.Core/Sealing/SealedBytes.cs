using System.Security.Cryptography;

namespace Quire.Core.Sealing;

/// <summary>
/// Bytes encrypted with AES-256-GCM under a random nonce: a version, the nonce, the tag, the cipher text. What they belong to is authenticated with
/// them, so that they open at their own place only.
/// </summary>
internal static class SealedBytes
{
    /// <summary>The version of the form.</summary>
    public const byte Version = 1;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Header = 1 + NonceSize + TagSize;

    /// <summary>Seals bytes.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="place">What they belong to.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> place)
    {
        var result = new byte[Header + content.Length];
        result[0] = Version;
        var nonce = result.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, content, result.AsSpan(Header), result.AsSpan(1 + NonceSize, TagSize), place);
        return result;
    }

    /// <summary>Opens bytes that were sealed with this key for this place; null where they were not.</summary>
    public static byte[]? Open(byte[] key, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> place)
    {
        if (bytes.Length < Header || bytes[0] != Version)
            return null;
        var content = new byte[bytes.Length - Header];
        using var cipher = new AesGcm(key, TagSize);
        try
        {
            cipher.Decrypt(bytes.Slice(1, NonceSize), bytes[Header..], bytes.Slice(1 + NonceSize, TagSize), content, place);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
