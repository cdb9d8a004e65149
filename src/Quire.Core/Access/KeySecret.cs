using System.Security.Cryptography;
using System.Text;

namespace Quire.Core.Access;

/// <summary>The text of a key: <c>qk_ID_SECRET</c>, where the last six characters check the rest, so that scanners and typos are told apart.</summary>
public static class KeySecret
{
    private const string Prefix = "qk_";
    private const int IdBytes = 8;
    private const int SecretBytes = 32;
    private const int CheckLength = 6;

    /// <summary>Makes a new key: its id, and the text that is shown once.</summary>
    public static (string Id, string Text) Create()
    {
        var id = Hex(RandomNumberGenerator.GetBytes(IdBytes));
        var body = $"{Prefix}{id}_{Hex(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (id, body + Check(body));
    }

    /// <summary>The id in a key's text; null where the text is no key.</summary>
    public static string? IdOf(string text)
    {
        var length = Prefix.Length + (2 * IdBytes) + 1 + (2 * SecretBytes) + CheckLength;
        if (text.Length != length || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + (2 * IdBytes)] != '_')
            return null;
        var body = text[..^CheckLength];
        return Check(body) == text[^CheckLength..] ? text.Substring(Prefix.Length, 2 * IdBytes) : null;
    }

    /// <summary>What is stored of a key: the secret has 256 random bits, so one SHA-256 is enough.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether the text is the key of that hash, compared in constant time.</summary>
    public static bool Matches(string text, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(text), hash);

    private static string Check(string body) => Hex(SHA256.HashData(Encoding.ASCII.GetBytes(body)))[..CheckLength];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
