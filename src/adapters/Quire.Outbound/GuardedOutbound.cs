using System.Buffers;
using System.Net.Http.Headers;
using Quire.Core.Outbound;

namespace Quire.Outbound;

/// <summary>
/// Sends over HTTP/1.1 and HTTP/2 with the framework's client: without proxy, cookies, redirects and decompression, each of which would lead around
/// a rule or a limit.
/// </summary>
public sealed class GuardedOutbound : IOutbound, IDisposable
{
    private const int MaxHeaderKilobytes = 32;
    private readonly SocketsHttpHandler _handler;
    private readonly HttpMessageInvoker _client;
    private readonly TimeProvider _time;

    /// <summary>Opens the way out.</summary>
    /// <param name="rules">What may be called.</param>
    /// <param name="names">Finds the addresses of names.</param>
    /// <param name="time">The clock.</param>
    public GuardedOutbound(OutboundRules rules, INames names, TimeProvider time)
    {
        _time = time;
        _handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            // Names are looked up again now and then, as receivers move.
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = new GuardedConnector(rules, names).Connect,
        };
        _client = new HttpMessageInvoker(_handler, disposeHandler: true);
    }

    /// <inheritdoc/>
    public async Task<OutboundAnswer> Send(OutboundRequest request, CancellationToken cancellation = default)
    {
        using var limit = new CancellationTokenSource(request.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var message = Message(request);
            using var response = await _client.SendAsync(message, either.Token);
            var (body, isCut) = await Read(response.Content, request.MaxAnswerBytes, either.Token);
            return new OutboundAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, isCut);
        }
        catch (Exception error) when (error is not OutboundException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Explain(error, request.Url, limit.IsCancellationRequested);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Message(OutboundRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Url);
        foreach (var (name, value) in request.Headers)
            message.Headers.Add(name, value);
        if (request.Body.Length == 0)
            return message;
        message.Content = new ReadOnlyMemoryContent(request.Body);
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
        return message;
    }

    private static async Task<(ReadOnlyMemory<byte> Body, bool IsCut)> Read(HttpContent content, int most, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var body = new ArrayBufferWriter<byte>();
        var buffer = new byte[Math.Min(most + 1, 16 * 1024)];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            var wanted = Math.Min(read, most - body.WrittenCount);
            body.Write(buffer.AsSpan(0, wanted));
            if (wanted < read)
                return (body.WrittenMemory, true);
        }
        return (body.WrittenMemory, false);
    }

    // What the client wraps is unwrapped: the refusal is what people need to read.
    private static OutboundException Explain(Exception error, Uri url, bool isLate)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is OutboundException known)
                return known;
        }
        return isLate
            ? new OutboundException(OutboundFailure.TimedOut, $"{url.Host} did not answer in time.")
            : new OutboundException(OutboundFailure.Unreachable, $"{url.Host} did not answer: {error.GetType().Name}.");
    }
}
