using System.Buffers.Binary;
using System.Security.Cryptography;
using Quire.Core.Sealing;

namespace Quire.Core.Caching;

/// <summary>
/// Encrypts what leaves for the second tier, and opens it again: AES-256-GCM under a key that all nodes of an installation share. Bytes that are damaged,
/// were stored under another key or organisation, or come from another installation do not open. Whoever reads the second tier learns no prompt.
/// </summary>
public sealed class SecondTierSeal
{
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
    public byte[] Seal(CacheKey key, ReadOnlySpan<byte> content) => SealedBytes.Seal(_key, content, Name(stackalloc byte[NameSize], key));

    /// <summary>Opens bytes that were sealed for the key; null where they were not.</summary>
    public byte[]? Open(CacheKey key, ReadOnlySpan<byte> bytes) => SealedBytes.Open(_key, bytes, Name(stackalloc byte[NameSize], key));

    private const int NameSize = 1 + sizeof(long) + Hash256.Size;

    private static ReadOnlySpan<byte> Name(Span<byte> target, CacheKey key)
    {
        target[0] = SealedBytes.Version;
        BinaryPrimitives.WriteInt64LittleEndian(target[1..], key.OrganisationId);
        key.Hash.CopyTo(target[(1 + sizeof(long))..]);
        return target;
    }
}
