namespace Quire.Core.Caching;

/// <summary>The second tier as composing sees it: nothing leaves unsealed, nothing comes back that does not open.</summary>
internal sealed class SealedTier(ISecondTierCache cache, SecondTierSeal seal, CacheOptions options)
{
    private long _rejected;

    /// <summary>What the tier has done.</summary>
    public SecondTierReport Report => cache.Report;

    /// <summary>Entries that did not open.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>The bytes of a key; null where there are none that this installation stored.</summary>
    public async ValueTask<byte[]?> TryGet(CacheKey key, CancellationToken cancellation)
    {
        if (await cache.TryGet(key, options.SecondTierDeadline, cancellation) is not { } bytes)
            return null;
        var content = seal.Open(key, bytes.Span);
        if (content is null)
            Reject();
        return content;
    }

    /// <summary>Hands bytes over.</summary>
    public void Set(CacheKey key, ReadOnlySpan<byte> content) => cache.Set(key, seal.Seal(key, content));

    /// <summary>Counts an entry that was of no use.</summary>
    public void Reject() => Interlocked.Increment(ref _rejected);

    /// <summary>Forgets what is kept of an organisation.</summary>
    public Task Clear(long organisationId, CancellationToken cancellation) => cache.Clear(organisationId, cancellation);
}
