using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Quire.Acceptance.Tests.Support;

namespace Quire.Acceptance.Tests.Nodes;

/// <summary>One of several servers over one database.</summary>
internal sealed class Node : IAsyncDisposable
{
    private const string Project = "api/v1/orgs/main/projects/prompts";
    private readonly Server _server;

    private Node(Server server, string key)
    {
        (_server, Key) = (server, key);
        Http = new HttpClient { BaseAddress = new Uri(server.Address + "/"), Timeout = TimeSpan.FromSeconds(60) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>The owner key, the same on all nodes.</summary>
    public string Key { get; }

    /// <summary>Speaks to this node.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts a node; the first one of a database makes the key that the others are given.</summary>
    public static async Task<Node> Start(string folder, string database, Node? first = null)
    {
        var server = await Server.Start(folder, "--db", database, "--urls", "http://127.0.0.1:0");
        return new Node(server, first?.Key ?? server.Key);
    }

    /// <summary>Commits a file.</summary>
    public Task Commit(string path, string content) => Change(HttpMethod.Post, "commits", new { message = "Test", changes = new[] { new { path, content } } });

    /// <summary>Points <c>production</c> of a prompt to a version; the number of the change.</summary>
    public Task<long> Point(string prompt, int version) => Change(HttpMethod.Put, $"prompts/{prompt}/aliases/production", new { version });

    /// <summary>The version that <c>production</c> of a prompt leads to here.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="from">The change that must have happened, or null.</param>
    public async Task<int> Read(string prompt, long? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Project}/prompts/{prompt}?alias=production");
        if (from is { } sequence)
            request.Headers.Add("Quire-Min-Sequence", sequence.ToString(CultureInfo.InvariantCulture));
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("version").GetInt32();
    }

    /// <summary>The version that composing <c>production</c> of a prompt takes here.</summary>
    public async Task<int> Compose(string prompt, long from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Project}/compose") { Content = JsonContent.Create(new { prompt = $"{prompt}@production" }) };
        request.Headers.Add("Quire-Min-Sequence", from.ToString(CultureInfo.InvariantCulture));
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("layers")[0].GetProperty("version").GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<long> Change(HttpMethod method, string route, object body)
    {
        using var request = new HttpRequestMessage(method, $"{Project}/{route}") { Content = JsonContent.Create(body) };
        using var answer = await Http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return long.Parse(answer.Headers.GetValues("Quire-Sequence").Single(), CultureInfo.InvariantCulture);
    }
}
