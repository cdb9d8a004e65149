using Quire.Core.Stores;

namespace Quire.Core.Tests.Similarity;

/// <summary>A store whose caller goes away as soon as something is read.</summary>
internal sealed class LeftStore(IStore inner, CancellationTokenSource caller) : IStore
{
    public string Description => inner.Description;

    public async Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default)
    {
        await caller.CancelAsync();
        return await inner.Read(work, cancellation);
    }

    public Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default) => inner.Write(work, cancellation);

    public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => inner.CheckIntegrity(cancellation);

    public Task<StoreSpace> Space(CancellationToken cancellation = default) => inner.Space(cancellation);

    public Task Reclaim(CancellationToken cancellation = default) => inner.Reclaim(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
