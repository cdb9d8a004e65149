using System.Net;
using System.Net.Sockets;
using Quire.Core.Outbound;

namespace Quire.Outbound;

/// <summary>
/// Opens connections to addresses that may be called. A name is looked up once and the connection goes to an address of that answer, so that a name
/// that changes in between cannot lead elsewhere.
/// </summary>
/// <param name="rules">What may be called.</param>
/// <param name="names">Finds the addresses of names.</param>
internal sealed class GuardedConnector(OutboundRules rules, INames names)
{
    /// <summary>Connects, or refuses.</summary>
    /// <exception cref="OutboundException">No address of the host may be called, or none answers.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (OutboundRules.Normal(context.DnsEndPoint.Host.Trim('[', ']')), context.DnsEndPoint.Port);
        foreach (var address in await Allowed(host, port, cancellation))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw new OutboundException(OutboundFailure.Unreachable, $"Nothing answers at {host}:{port}.");
    }

    private async Task<IReadOnlyList<IPAddress>> Allowed(string host, int port, CancellationToken cancellation)
    {
        var isLiteral = IPAddress.TryParse(host, out var literal);
        var found = isLiteral ? [literal!] : await names.Find(host, cancellation);
        if (found.Count == 0)
            throw new OutboundException(OutboundFailure.Unreachable, $"The name {host} is not known.");
        if (!isLiteral && rules.AllowsName(host, port))
            return found;
        // One address inside is enough to refuse: a name that answers with both is trying to get in.
        return found.All(address => rules.AllowsAddress(address, port))
            ? found
            : throw new OutboundException(OutboundFailure.Refused, $"{host} is not on the public internet. The operator can allow it: --allow-outbound {host}.");
    }
}
