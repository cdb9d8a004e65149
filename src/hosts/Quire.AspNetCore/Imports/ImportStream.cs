using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Imports;

namespace Quire.AspNetCore.Imports;

/// <summary>
/// An import as server-sent events: <c>progress</c> on the way, then <c>report</c>, or <c>problem</c> with what an answer would have carried. Where the
/// client goes away, the import ends; what was written until then is told by the same import again.
/// </summary>
internal sealed class ImportStream(ProblemWriter problems, Func<IProgress<ImportProgress>?, CancellationToken, Task<ImportReport>> import) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ServerSentEvents.Begin(httpContext);
        // A client that reads slowly hears the newest only.
        var steps = Channel.CreateBounded<ImportProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var running = Run(steps, httpContext.RequestAborted);
        try
        {
            await foreach (var step in steps.Reader.ReadAllAsync(httpContext.RequestAborted))
                await Send(httpContext, "progress", JsonSerializer.SerializeToUtf8Bytes(new ImportProgressEvent(step.Phase, step.Done, step.Total), QuireJson.Api.ImportProgressEvent));
            await Send(httpContext, "report", JsonSerializer.SerializeToUtf8Bytes(ImportAnswer.Of(await running), QuireJson.Api.ImportAnswer));
        }
        catch (Exception error) when (!httpContext.RequestAborted.IsCancellationRequested)
        {
            await Send(httpContext, "problem", problems.Describe(httpContext, error));
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
        finally
        {
            await Task.WhenAny(running);
        }
    }

    private async Task<ImportReport> Run(Channel<ImportProgress> steps, CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(() => import(new Steps(steps.Writer), cancellation), cancellation);
        }
        finally
        {
            steps.Writer.Complete();
        }
    }

    private static async Task Send(HttpContext http, string name, ReadOnlyMemory<byte> data)
    {
        await http.Response.Body.WriteAsync(ServerSentEvents.Event(name, data.Span), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    // Progress<T> would post to another thread, and events could overtake each other.
    private sealed class Steps(ChannelWriter<ImportProgress> writer) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => writer.TryWrite(value);
    }
}
