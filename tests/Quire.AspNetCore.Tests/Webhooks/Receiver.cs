using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Quire.AspNetCore.Tests.Webhooks;

/// <summary>Somebody else's server on the loopback, whose paths are its manners.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Path, IHeaderDictionary Headers, string Body)> Received { get; } = new();

    public int Port => new Uri(_app.Urls.First()).Port;

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.Answer);
        await receiver._app.StartAsync();
        return receiver;
    }

    public string Url(string path) => $"http://127.0.0.1:{Port}{path}";

    /// <summary>Waits until that many messages came.</summary>
    public async Task Until(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Received.Count < count)
        {
            var next = Volatile.Read(ref _next).Task;
            if (Received.Count < count)
                await next.WaitAsync(limit.Token);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        Received.Enqueue((http.Request.Path, new HeaderDictionary(http.Request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        switch (http.Request.Path.Value)
        {
            case "/redirects":
                http.Response.Redirect("/elsewhere");
                return;
            case "/floods":
                http.Response.StatusCode = 500;
                for (var megabyte = 0; megabyte < 10; megabyte++)
                    await http.Response.Body.WriteAsync(new byte[1024 * 1024], http.RequestAborted);
                return;
            case "/fails":
                http.Response.StatusCode = 500;
                await http.Response.WriteAsync("no room");
                return;
        }
    }
}
