using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Quire.Acceptance.Tests.Webhooks;

/// <summary>Somebody else's server on the loopback, with the faults that a plan gives it. It remembers everything that comes.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private const int Flood = 10 * 1024 * 1024;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _faulted = new();
    private readonly Lock _gate = new();
    private readonly List<Arrival> _arrivals = [];
    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, HashSet<string>> _takenOfPrompt = [];
    private readonly Func<string, Fault> _plan;
    private int _strayed;

    private Receiver(WebApplication app, Func<string, Fault> plan) => (_app, _plan) = (app, plan);

    /// <summary>Where it listens.</summary>
    public int Port => new Uri(_app.Urls.First()).Port;

    /// <summary>Listens.</summary>
    /// <param name="plan">What to do with a message at its first arrival, by its id.</param>
    public static async Task<Receiver> Start(Func<string, Fault> plan)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build(), plan);
        receiver._app.Run(receiver.Serve);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>How many requests came where only a redirect leads.</summary>
    public int Strayed => _strayed;

    public int Taken
    {
        get
        {
            lock (_gate)
                return _taken.Count;
        }
    }

    public IReadOnlyList<Arrival> Arrivals
    {
        get
        {
            lock (_gate)
                return [.. _arrivals];
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Serve(HttpContext http)
    {
        if (http.Request.Path != "/hook")
            Interlocked.Increment(ref _strayed);
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        await Answer(http, Note(http.Request.Headers, await reader.ReadToEndAsync(http.RequestAborted)));
    }

    private Fault Note(IHeaderDictionary headers, string body)
    {
        var id = headers["webhook-id"].ToString();
        var prompt = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("prompt").GetString()!;
        var fault = _faulted.TryAdd(id, true) ? _plan(id) : Fault.None;
        lock (_gate)
        {
            var taken = _takenOfPrompt.TryGetValue(prompt, out var known) ? known : _takenOfPrompt[prompt] = [];
            _arrivals.Add(new Arrival(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), id, headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body, fault, new HashSet<string>(taken)));
            if (fault is Fault.None or Fault.Breaks && _taken.Add(id))
                taken.Add(id);
        }
        return fault;
    }

    private static async Task Answer(HttpContext http, Fault fault)
    {
        switch (fault)
        {
            case Fault.Hangs:
                await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case Fault.Breaks:
                http.Abort();
                return;
            case Fault.Redirects:
                http.Response.Redirect("/elsewhere");
                return;
            case Fault.Floods:
                http.Response.StatusCode = 500;
                await http.Response.Body.WriteAsync(new byte[Flood], http.RequestAborted);
                return;
            default:
                http.Response.StatusCode = fault == Fault.Fails ? 500 : 204;
                return;
        }
    }
}
