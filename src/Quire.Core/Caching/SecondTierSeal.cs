using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Quire.Core.Caching;

/// <summary>
/// Encrypts what leaves for the second tier, and opens it again: AES-256-GCM under a key that all nodes of an installation share. Bytes that are damaged,
/// were stored under another key or organisation, or come from another installation do not open. Whoever reads the second tier learns no prompt.
/// </summary>
public sealed class SecondTierSeal
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Header = 1 + NonceSize + TagSize;
    private const int MinimumSecret = 16;
    private readonly byte[] _key;

    /// <summary>Derives the key.</summary>
    /// <param name="secret">At least 16 bytes that all nodes know and nobody else.</param>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public SecondTierSeal(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < MinimumSecret)
            throw new ArgumentException($"The secret of the second tier has {secret.Length} bytes; it needs at least {MinimumSecret}.", nameof(secret));
        _key = new byte[Hash256.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, _key, [], "quire second tier 1"u8);
    }

    /// <summary>Locks bytes for a key.</summary>
    public byte[] Seal(CacheKey key, ReadOnlySpan<byte> content)
    {
        var result = new byte[Header + content.Length];
        result[0] = Version;
        var nonce = result.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Encrypt(nonce, content, result.AsSpan(Header), result.AsSpan(1 + NonceSize, TagSize), Name(stackalloc byte[NameSize], key));
        return result;
    }

    /// <summary>Opens bytes that were sealed for the key; null where they were not.</summary>
    public byte[]? Open(CacheKey key, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || bytes[0] != Version)
            return null;
        var content = new byte[bytes.Length - Header];
        using var cipher = new AesGcm(_key, TagSize);
        try
        {
            cipher.Decrypt(bytes.Slice(1, NonceSize), bytes[Header..], bytes.Slice(1 + NonceSize, TagSize), content, Name(stackalloc byte[NameSize], key));
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private const int NameSize = 1 + sizeof(long) + Hash256.Size;

    private static ReadOnlySpan<byte> Name(Span<byte> target, CacheKey key)
    {
        target[0] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(target[1..], key.OrganisationId);
        key.Hash.CopyTo(target[(1 + sizeof(long))..]);
        return target;
    }
}
