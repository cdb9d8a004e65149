using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Quire.Testing.Services;

namespace Quire.Acceptance.Tests.Webhooks;

/// <summary>Somebody else's server on the loopback, with the faults that a plan gives it. It remembers everything that comes.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private const int Flood = 10 * 1024 * 1024;
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentDictionary<string, bool> _faulted = new();
    private readonly Lock _gate = new();
    private readonly List<Arrival> _arrivals = [];
    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, HashSet<string>> _takenOfPrompt = [];
    private readonly Func<string, Fault> _plan;
    private readonly Task _loop;
    private int _strayed;

    /// <summary>Listens.</summary>
    /// <param name="plan">What to do with a message at its first arrival, by its id.</param>
    public Receiver(Func<string, Fault> plan)
    {
        _plan = plan;
        Port = LoopbackPort.Free();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _loop = Accept();
    }

    public int Port { get; }

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

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Close();
        await _loop;
        _ended.Dispose();
    }

    private async Task Accept()
    {
        while (!_ended.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => Serve(context));
        }
    }

    private async Task Serve(HttpListenerContext context)
    {
        try
        {
            if (context.Request.Url!.AbsolutePath != "/hook")
                Interlocked.Increment(ref _strayed);
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            await Answer(context, Note(context.Request.Headers, await reader.ReadToEndAsync(_ended.Token)));
        }
        catch (Exception error) when (error is HttpListenerException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The sender was killed, or did not wait.
        }
    }

    private Fault Note(System.Collections.Specialized.NameValueCollection headers, string body)
    {
        var id = headers["webhook-id"]!;
        var prompt = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("prompt").GetString()!;
        var fault = _faulted.TryAdd(id, true) ? _plan(id) : Fault.None;
        lock (_gate)
        {
            var taken = _takenOfPrompt.TryGetValue(prompt, out var known) ? known : _takenOfPrompt[prompt] = [];
            _arrivals.Add(new Arrival(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), id, headers["webhook-timestamp"]!, headers["webhook-signature"]!, body, fault, new HashSet<string>(taken)));
            if (fault is Fault.None or Fault.Breaks && _taken.Add(id))
                taken.Add(id);
        }
        return fault;
    }

    private async Task Answer(HttpListenerContext context, Fault fault)
    {
        var response = context.Response;
        switch (fault)
        {
            case Fault.Hangs:
                await Task.Delay(TimeSpan.FromSeconds(30), _ended.Token);
                response.Abort();
                return;
            case Fault.Breaks:
                response.Abort();
                return;
            case Fault.Redirects:
                response.Redirect($"http://127.0.0.1:{Port}/elsewhere");
                break;
            case Fault.Floods:
                response.StatusCode = 500;
                await response.OutputStream.WriteAsync(new byte[Flood], _ended.Token);
                break;
            default:
                response.StatusCode = fault == Fault.Fails ? 500 : 204;
                break;
        }
        response.Close();
    }
}
