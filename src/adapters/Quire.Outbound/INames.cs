using System.Net;

namespace Quire.Outbound;

/// <summary>Finds the addresses of a name.</summary>
public interface INames
{
    /// <summary>The addresses; none where the name is not known.</summary>
    Task<IReadOnlyList<IPAddress>> Find(string host, CancellationToken cancellation);
}
