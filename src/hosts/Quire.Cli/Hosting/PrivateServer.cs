using System.Net.Sockets;
using Quire.Cli.Serving;
using Quire.Cli.Terminal;

namespace Quire.Cli.Hosting;

/// <summary>The REST application in this process, on a socket that only this user can reach, for as long as one command needs it.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private readonly RestHost _host;
    private readonly DirectoryInfo _folder;
    private readonly string _socket;

    private PrivateServer(RestHost host, DirectoryInfo folder, string socket) => (_host, _folder, _socket) = (host, folder, socket);

    /// <summary>The key of this process.</summary>
    public string Key => _host.Key;

    /// <summary>Holds the data folder and starts.</summary>
    public static async Task<PrivateServer> Start(string data, CliContext cli, CancellationToken cancellation)
    {
        var tokens = VocabularySettings.Read(cli, null, data);
        var host = await RestHost.Open(data, cli.Clock, cancellation);
        // Made with mode 0700: nobody else can reach what is inside.
        var folder = Directory.CreateTempSubdirectory("quire-");
        var server = new PrivateServer(host, folder, Path.Combine(folder.FullName, "rest"));
        try
        {
            await host.Start(kestrel => kestrel.ListenUnixSocket(server._socket), new RestSettings { Tokens = tokens, AllowOutbound = cli.Settings(Server.OutboundVariable), Secrets = SecretsKey.Seal(cli, null, data) }, cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client that is connected with it.</summary>
    public HttpClient CreateClient()
    {
        var handler = new SocketsHttpHandler { ConnectCallback = async (_, cancellation) => await Connect(cancellation), UseProxy = false };
        return new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<NetworkStream> Connect(CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
