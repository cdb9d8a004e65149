using System.Net;
using System.Net.Sockets;

namespace Quire.Testing.Services;

/// <summary>Finds a port for a server that cannot choose one itself.</summary>
public static class LoopbackPort
{
    /// <summary>A TCP port that is free on 127.0.0.1 now; another process may still be faster.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
