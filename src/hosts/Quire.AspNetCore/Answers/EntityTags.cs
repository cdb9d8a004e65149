using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Quire.AspNetCore.Answers;

/// <summary>Strong entity tags.</summary>
internal static class EntityTags
{
    private const int Length = 32;

    /// <summary>The tag of a representation: 128 bits of its SHA-256.</summary>
    public static string Of(ReadOnlySpan<byte> body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..Length]}\"";

    /// <summary>Whether a list of tags, as <c>If-None-Match</c> and <c>If-Match</c> carry it, names the tag. Weak ones compare by their value.</summary>
    public static bool Matches(StringValues header, string tag)
    {
        foreach (var value in header)
        {
            foreach (var range in value.AsSpan().Split(','))
            {
                var one = value.AsSpan(range).Trim();
                if (one.StartsWith("W/"))
                    one = one[2..];
                if (one is "*" || one.SequenceEqual(tag))
                    return true;
            }
        }
        return false;
    }
}
