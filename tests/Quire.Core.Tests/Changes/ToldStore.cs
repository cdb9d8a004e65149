using System.Threading.Channels;
using Quire.Core.Changes;
using Quire.Core.Stores;

namespace Quire.Core.Tests.Changes;

/// <summary>A store that tells what the test says, and is silent otherwise.</summary>
internal sealed class ToldStore(IStore inner) : IStore, IChangeNews
{
    private readonly Channel<(long Organisation, long Sequence)> _told = Channel.CreateUnbounded<(long, long)>();

    public string Description => inner.Description;

    /// <summary>Tells of a change.</summary>
    public void Tell(long organisationId, long sequence) => _told.Writer.TryWrite((organisationId, sequence));

    public async Task Listen(TimeSpan interval, Action<long, long> heard, Action round, CancellationToken cancellation)
    {
        await foreach (var (organisation, sequence) in _told.Reader.ReadAllAsync(cancellation))
        {
            heard(organisation, sequence);
            round();
        }
    }

    public Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default) => inner.Read(work, cancellation);

    public Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default) => inner.Write(work, cancellation);

    public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => inner.CheckIntegrity(cancellation);

    public Task<StoreSpace> Space(CancellationToken cancellation = default) => inner.Space(cancellation);

    public Task Reclaim(CancellationToken cancellation = default) => inner.Reclaim(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
