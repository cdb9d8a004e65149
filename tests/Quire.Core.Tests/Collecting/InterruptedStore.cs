using Quire.Core.Stores;

namespace Quire.Core.Tests.Collecting;

/// <summary>A store in which something else happens just before one of its writes.</summary>
internal sealed class InterruptedStore(IStore inner) : IStore
{
    private Func<Task>? _interruption;
    private int _writesUntil;

    public string Description => inner.Description;

    /// <summary>Runs that before the write after <paramref name="writes"/> others.</summary>
    public void Before(int writes, Func<Task> interruption) => (_writesUntil, _interruption) = (writes, interruption);

    public Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default) => inner.Read(work, cancellation);

    public async Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default)
    {
        if (_interruption is { } now && _writesUntil-- == 0)
        {
            _interruption = null;
            await now();
        }
        return await inner.Write(work, cancellation);
    }

    public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => inner.CheckIntegrity(cancellation);

    public Task<StoreSpace> Space(CancellationToken cancellation = default) => inner.Space(cancellation);

    public Task Reclaim(CancellationToken cancellation = default) => inner.Reclaim(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
