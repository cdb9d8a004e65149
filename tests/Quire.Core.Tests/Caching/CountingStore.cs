using Quire.Core.Stores;

namespace Quire.Core.Tests.Caching;

/// <summary>A store that counts how often it is read.</summary>
internal sealed class CountingStore(IStore inner) : IStore
{
    private int _reads;

    public int Reads => Volatile.Read(ref _reads);

    public string Description => inner.Description;

    public Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _reads);
        return inner.Read(work, cancellation);
    }

    public Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default) => inner.Write(work, cancellation);

    public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => inner.CheckIntegrity(cancellation);

    public Task<StoreSpace> Space(CancellationToken cancellation = default) => inner.Space(cancellation);

    public Task Reclaim(CancellationToken cancellation = default) => inner.Reclaim(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
