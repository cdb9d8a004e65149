using System.Net;

namespace Quire.Outbound.Tests;

/// <summary>Names that stand for what a test says, and a count of who asked.</summary>
internal sealed class FakeNames(params string[] addresses) : INames
{
    public int Asked { get; private set; }

    public Task<IReadOnlyList<IPAddress>> Find(string host, CancellationToken cancellation)
    {
        Asked++;
        return Task.FromResult<IReadOnlyList<IPAddress>>([.. addresses.Select(IPAddress.Parse)]);
    }
}
