namespace Quire.Core.Caching;

/// <summary>
/// A cache of bytes outside the process, shared by nodes. It is never needed: whatever happens to it, a look-up answers in time, if only with nothing,
/// and no member throws for a failure of the cache. It holds only what is named by its content, so nothing in it can become stale.
/// </summary>
public interface ISecondTierCache
{
    /// <summary>What it has done so far.</summary>
    SecondTierReport Report { get; }

    /// <summary>Finds bytes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="deadline">After this time the answer is null, whatever the cache does.</param>
    /// <param name="cancellation">Ends the wait early, with null.</param>
    /// <returns>The bytes; null where there are none, or where the cache failed or was too slow.</returns>
    ValueTask<ReadOnlyMemory<byte>?> TryGet(CacheKey key, TimeSpan deadline, CancellationToken cancellation = default);

    /// <summary>Hands bytes over to be kept. Returns at once; whether they are ever stored, nobody is told.</summary>
    void Set(CacheKey key, ReadOnlyMemory<byte> value);

    /// <summary>Forgets what it keeps of an organisation, as far as that succeeds in time.</summary>
    Task Clear(long organisationId, CancellationToken cancellation = default);
}
