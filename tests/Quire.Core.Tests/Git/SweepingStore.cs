using Quire.Core.Stores;

namespace Quire.Core.Tests.Git;

/// <summary>A store in which a collection sweeps just before each write, once it is told of a project.</summary>
internal sealed class SweepingStore(IStore inner) : IStore
{
    public (long Organisation, long Project)? Sweeps { get; set; }

    public string Description => inner.Description;

    public Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default) => inner.Read(work, cancellation);

    public async Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default)
    {
        if (Sweeps is { } swept)
        {
            await inner.Write(session =>
            {
                session.Projects.CountSweep(swept.Organisation, swept.Project);
                return true;
            }, cancellation);
        }
        return await inner.Write(work, cancellation);
    }

    public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => inner.CheckIntegrity(cancellation);

    public Task<StoreSpace> Space(CancellationToken cancellation = default) => inner.Space(cancellation);

    public Task Reclaim(CancellationToken cancellation = default) => inner.Reclaim(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
