using Quire.Core.Stores;

namespace Quire.AspNetCore.Tests.Support;

/// <summary>Counts what is asked of a store.</summary>
public sealed class CountingStore(IStore inner) : IStore
{
    private int _reads;

    /// <summary>Snapshots that were opened.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>What every use fails with; null while it works.</summary>
    public Exception? Failure { get; set; }

    public string Description => inner.Description;

    public Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _reads);
        return Failure is { } failure ? Task.FromException<T>(failure) : inner.Read(work, cancellation);
    }

    public Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default) =>
        Failure is { } failure ? Task.FromException<T>(failure) : inner.Write(work, cancellation);

    public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => inner.CheckIntegrity(cancellation);

    public Task<StoreSpace> Space(CancellationToken cancellation = default) => inner.Space(cancellation);

    public Task Reclaim(CancellationToken cancellation = default) => inner.Reclaim(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
