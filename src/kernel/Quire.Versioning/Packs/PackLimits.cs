namespace Quire.Versioning.Packs;

/// <summary>What a pack from outside may ask for.</summary>
public sealed record PackLimits
{
    /// <summary>The limits that hold where nothing else is said.</summary>
    public static PackLimits Default { get; } = new();

    /// <summary>The most entries; 1,000,000 by default.</summary>
    public int Objects { get; init; } = 1_000_000;

    /// <summary>The longest pack, in bytes; 1 GiB by default.</summary>
    public long PackBytes { get; init; } = 1L << 30;

    /// <summary>The largest inflated object or delta, in bytes; 64 MiB by default.</summary>
    public int ObjectBytes { get; init; } = 64 << 20;

    /// <summary>The sum of all inflated objects and deltas, in bytes; 4 GiB by default.</summary>
    public long TotalBytes { get; init; } = 4L << 30;

    /// <summary>The longest chain of deltas; 4,095 by default, which is also the most that git makes.</summary>
    public int DeltaDepth { get; init; } = 4095;

    /// <summary>How many bytes of deltas may wait for a base that comes later in the pack; 64 MiB by default.</summary>
    public long WaitingBytes { get; init; } = 64 << 20;
}
