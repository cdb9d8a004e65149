using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Quire.AspNetCore.Pipeline;

/// <summary>The names under which this server may be asked: the protection against DNS rebinding.</summary>
internal sealed class HostNames
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _allowed;
    private readonly bool _any;

    /// <summary>Takes the names from the options.</summary>
    public HostNames(QuireOptions options)
    {
        _any = options.AllowedHosts.Contains("*");
        _allowed = Loopback.Concat(options.AllowedHosts).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Refuses a request for another name.</summary>
    /// <exception cref="RequestRefusedException"><c>host_not_allowed</c>.</exception>
    public void Check(HttpRequest request)
    {
        var host = request.Headers.Host.ToString();
        if (_any || _allowed.Contains(WithoutPort(host)))
            return;
        throw new RequestRefusedException(StatusCodes.Status421MisdirectedRequest, "host_not_allowed", "This server does not answer under that host name.",
            "Whoever runs it can allow a name: QUIRE_ALLOWED_HOSTS=name.");
    }

    private static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }
}
