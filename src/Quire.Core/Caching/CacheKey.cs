using System.Security.Cryptography;

namespace Quire.Core.Caching;

/// <summary>What plans and outputs are found by: the organisation, and the hash of all contents that they are made from.</summary>
/// <param name="organisationId">The organisation, outside of which the entry does not exist.</param>
/// <param name="hash">The hash.</param>
public readonly struct CacheKey(long organisationId, Hash256 hash) : IEquatable<CacheKey>
{
    // Contents come from outside. The seed keeps whoever writes them from choosing ones that meet in one slot of a table.
    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>The organisation.</summary>
    public long OrganisationId { get; } = organisationId;

    /// <summary>The hash.</summary>
    public Hash256 Hash { get; } = hash;

    /// <inheritdoc/>
    public bool Equals(CacheKey other) => OrganisationId == other.OrganisationId && Hash.Equals(other.Hash);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CacheKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)((((Hash.Head ^ Seed) + (ulong)OrganisationId) * 0x9E3779B97F4A7C15) >> 32);

    /// <summary>The same key.</summary>
    public static bool operator ==(CacheKey left, CacheKey right) => left.Equals(right);

    /// <summary>Another key.</summary>
    public static bool operator !=(CacheKey left, CacheKey right) => !left.Equals(right);

    /// <summary>Organisation and hash.</summary>
    public override string ToString() => $"{OrganisationId}:{Hash}";
}
