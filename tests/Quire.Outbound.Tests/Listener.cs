using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Quire.Outbound.Tests;

/// <summary>A server on the loopback that says what a test tells it to, byte for byte, and counts who came.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.IPv6Any, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _loop;
    private int _connections;

    public Listener(string answer)
        : this((stream, cancellation) => stream.WriteAsync(Encoding.ASCII.GetBytes(answer), cancellation).AsTask())
    {
    }

    public Listener(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Server.DualMode = true;
        _listener.Start();
        _loop = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => _connections;

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        await _loop;
        _ended.Dispose();
    }

    private async Task Accept()
    {
        while (!_ended.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_ended.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            Interlocked.Increment(ref _connections);
            using (client)
                await Serve(client.GetStream());
        }
    }

    private async Task Serve(NetworkStream stream)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            var read = await stream.ReadAsync(buffer, _ended.Token);
            Requests.Add(Encoding.UTF8.GetString(buffer, 0, read));
            await _answer(stream, _ended.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The client has gone, or the test has ended.
        }
    }
}
