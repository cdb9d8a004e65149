using System.Net;
using System.Net.Sockets;

namespace Quire.Outbound;

/// <summary>Asks the operating system.</summary>
public sealed class SystemNames : INames
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> Find(string host, CancellationToken cancellation)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation);
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
