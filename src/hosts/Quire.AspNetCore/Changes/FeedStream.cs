using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Changes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Changes;

/// <summary>The feed as server-sent events. The key is checked again before each batch, so that a revoked one hears nothing more.</summary>
internal sealed class FeedStream(ChangeFeed feed, Authenticator keys, QuireOptions options, FeedPlace place, CancellationToken stopping) : IResult
{
    private const int Batch = 200;
    private static readonly byte[] Silence = Encoding.ASCII.GetBytes(":\n\n");

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, httpContext.RequestAborted);
        ServerSentEvents.Begin(httpContext);
        try
        {
            await httpContext.Response.StartAsync(ending.Token);
            await httpContext.Response.Body.FlushAsync(ending.Token);
            await Run(httpContext, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone, or the server stops: the stream ends where it is, and can be resumed there.
        }
        catch (QuireException error) when (error.Error.Kind is ErrorKind.Unauthenticated or ErrorKind.Forbidden)
        {
            // The key has stopped working.
        }
    }

    private async Task Run(HttpContext http, CancellationToken ending)
    {
        while (true)
        {
            var next = feed.Next;
            var caller = await keys.Require(http, RestProtocol.Instance);
            var items = await feed.List(caller, place.Sequence, place.Index, Batch, ending);
            if (items.Count > 0)
                await Send(http, items, ending);
            else if (!await Happens(next, ending))
                await http.Response.Body.WriteAsync(Silence, ending);
        }
    }

    private async Task Send(HttpContext http, IReadOnlyList<FeedItem> items, CancellationToken ending)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var item in items)
        {
            var entry = FeedEntry.Of(item);
            Write(buffer, $"id: {entry.Id}\nevent: {(item.Row is null ? "hidden" : "change")}\ndata: ");
            buffer.Write(JsonSerializer.SerializeToUtf8Bytes(entry, QuireJson.Api.FeedEntry));
            Write(buffer, "\n\n");
        }
        await http.Response.Body.WriteAsync(buffer.WrittenMemory, ending);
        place = new FeedPlace(items[^1].Sequence, items[^1].Index);
    }

    private async Task<bool> Happens(Task next, CancellationToken ending)
    {
        try
        {
            await next.WaitAsync(options.FeedHeartbeat, options.Time, ending);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static void Write(ArrayBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
