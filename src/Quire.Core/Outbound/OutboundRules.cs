using System.Globalization;
using System.Net;
using Quire.Core.Errors;

namespace Quire.Core.Outbound;

/// <summary>Which hosts may be called: those of the public internet, and those that the operator names.</summary>
public sealed class OutboundRules
{
    private readonly List<(IPNetwork Network, int? Port)> _networks = [];
    private readonly List<(string Name, int? Port)> _names = [];

    /// <summary>Reads what the operator allows beside the public internet.</summary>
    /// <param name="allowed">Each a name, an address or a network such as <c>10.1.0.0/16</c>, with a port behind it or without: <c>hooks.corp:8443</c>, <c>[fd00::1]:443</c>.</param>
    /// <exception cref="QuireException"><c>invalid_setting</c>.</exception>
    public OutboundRules(IEnumerable<string> allowed)
    {
        foreach (var entry in allowed)
            Allow(entry);
    }

    /// <summary>The name as the rules compare it: lower case, without the dot at the end.</summary>
    public static string Normal(string host) => host.TrimEnd('.').ToLowerInvariant();

    /// <summary>Whether the operator named this host, so that it may stand for any address.</summary>
    public bool AllowsName(string host, int port) => _names.Exists(name => name.Name == Normal(host) && (name.Port ?? port) == port);

    /// <summary>Whether a connection to this address may be made.</summary>
    public bool AllowsAddress(IPAddress address, int port)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return PublicAddresses.Contains(plain) || _networks.Exists(item => item.Network.Contains(plain) && (item.Port ?? port) == port);
    }

    private void Allow(string entry)
    {
        var (host, port) = Split(entry);
        if (IPNetwork.TryParse(host, out var network))
            _networks.Add((network, port));
        else if (IPAddress.TryParse(host, out var address))
            _networks.Add((new IPNetwork(address, address.GetAddressBytes().Length * 8), port));
        else if (Uri.CheckHostName(host) == UriHostNameType.Dns)
            _names.Add((Normal(host), port));
        else
            throw new QuireException(ErrorKind.Invalid, "invalid_setting", $"'{entry}' is no host that requests may leave to.", "Write a name, an address or a network, with a port or without: hooks.corp:8443, 10.1.0.0/16.");
    }

    private static (string Host, int? Port) Split(string entry)
    {
        if (entry.StartsWith('['))
        {
            var end = entry.IndexOf(']', StringComparison.Ordinal);
            return end < 0 ? (entry, null) : (entry[1..end], Port(entry[(end + 1)..]));
        }
        var colon = entry.LastIndexOf(':');
        // More than one colon is an address of IPv6.
        return colon < 0 || entry.IndexOf(':', StringComparison.Ordinal) != colon ? (entry, null) : (entry[..colon], Port(entry[colon..]));
    }

    private static int? Port(string text)
    {
        if (text.Length == 0)
            return null;
        return text[0] == ':' && ushort.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? port
            : throw new QuireException(ErrorKind.Invalid, "invalid_setting", $"'{text}' is no port.", "Ports are numbers from 1 to 65535.");
    }
}
