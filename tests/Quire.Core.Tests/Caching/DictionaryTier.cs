using System.Collections.Concurrent;
using Quire.Core.Caching;

namespace Quire.Core.Tests.Caching;

/// <summary>A second tier that never fails.</summary>
internal sealed class DictionaryTier : ISecondTierCache
{
    public ConcurrentDictionary<CacheKey, byte[]> Entries { get; } = new();

    public SecondTierReport Report => new() { Name = "test", Available = true, Hits = 0, Misses = 0, Writes = Entries.Count, Failures = 0, Skipped = 0 };

    public ValueTask<ReadOnlyMemory<byte>?> TryGet(CacheKey key, TimeSpan deadline, CancellationToken cancellation = default) =>
        new(Entries.TryGetValue(key, out var found) ? found : (ReadOnlyMemory<byte>?)null);

    public void Set(CacheKey key, ReadOnlyMemory<byte> value) => Entries[key] = value.ToArray();

    public Task Clear(long organisationId, CancellationToken cancellation = default)
    {
        foreach (var key in Entries.Keys.Where(key => key.OrganisationId == organisationId))
            Entries.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
