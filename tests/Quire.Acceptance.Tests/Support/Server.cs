using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Support;

/// <summary>A server process and its owner key.</summary>
public sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private Server(QuireProcess process) => Process = process;

    /// <summary>The process.</summary>
    public QuireProcess Process { get; }

    /// <summary>The address, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The owner key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Speaks to it with its key.</summary>
    public HttpClient Http { get; private set; } = new();

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <param name="folder">The current directory.</param>
    /// <param name="arguments">What follows <c>serve</c>.</param>
    public static async Task<Server> Start(string folder, params string[] arguments)
    {
        var server = new Server(QuireProcess.Start(folder, ["serve", .. arguments]));
        await server.Ready(folder);
        return server;
    }

    /// <summary>Ends it as <c>kill -9</c> does, and starts it again.</summary>
    public async Task Restart(string folder)
    {
        Process.Restart();
        await Ready(folder);
    }

    /// <summary>Ends it as Ctrl+C does, and starts it again.</summary>
    public async Task StopAndStart(string folder)
    {
        Process.Stop().ShouldBe(0);
        await Restart(folder);
    }

    /// <summary>The project <c>prompts</c> for git, with the key in it.</summary>
    public string GitUrl => $"http://git:{Key}@{new Uri(Address).Authority}/git/main/prompts.git";

    /// <summary>The arguments with which commands reach it.</summary>
    public string[] With(params string[] arguments) => [.. arguments, "--server", Address, "--key", Key];

    /// <summary>Sends JSON to a project route and answers status and JSON.</summary>
    public async Task<(int Status, JsonElement Body)> Send(HttpMethod method, string route, object? body = null, string? idempotencyKey = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, $"{Address}/api/v1/orgs/main/projects/prompts/{route}");
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (ifMatch is not null)
            request.Headers.Add("If-Match", ifMatch);
        return await Answer(request);
    }

    /// <summary>Asks for a route of the organisation, which must answer.</summary>
    public async Task<JsonElement> Get(string route)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Address}/api/v1/orgs/main/{route}");
        var (status, body) = await Answer(request);
        status.ShouldBe(200, body.ToString());
        return body;
    }

    private async Task<(int Status, JsonElement Body)> Answer(HttpRequestMessage request)
    {
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, bytes.Length == 0 ? default : JsonDocument.Parse(bytes).RootElement);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        // Killed, not stopped: a temporary folder of a demonstration is removed here.
        foreach (var folder in DataLines().Where(line => line.Contains("quire-demo-", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).ToList())
        {
            Process.Dispose();
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
        Process.Dispose();
        return ValueTask.CompletedTask;
    }

    private IEnumerable<string> DataLines() => Lines("  data ");

    private IEnumerable<string> Lines(string start) => Process.Output.Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal));

    private async Task Ready(string folder)
    {
        Address = (await Process.WaitForAddressAsync()).ToString().TrimEnd('/');
        for (var waited = TimeSpan.Zero; !Process.Output.Contains("Stop with Ctrl+C.", StringComparison.Ordinal); waited += Pause)
        {
            (Process.HasExited || waited > Limit).ShouldBeFalse(Process.Output);
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
        Key = ReadKey(folder) ?? Key;
        Http.Dispose();
        Http = new HttpClient();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    // Shown where the folder is thrown away, else in a file that is named.
    private string? ReadKey(string folder) => Lines("  key ").FirstOrDefault()?.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [_, "in", var file] => File.ReadAllText(Path.Combine(folder, file.Trim())).Trim(),
        [_, var key, ..] => key.Trim(),
        _ => null,
    };
}
