using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Quire.Cli.Connecting;

/// <summary>The REST interface, as commands speak it. Every command goes through here, whether the server is far away or in this process.</summary>
internal sealed class QuireApi : IAsyncDisposable
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 256 };
    private readonly HttpClient _http;
    private readonly IAsyncDisposable? _owned;

    /// <summary>Speaks to a server.</summary>
    /// <param name="http">The client, with its base address.</param>
    /// <param name="key">The key.</param>
    /// <param name="owned">What ends with it, for example a server in this process.</param>
    public QuireApi(HttpClient http, string key, IAsyncDisposable? owned = null)
    {
        (_http, _owned) = (http, owned);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        http.Timeout = TimeSpan.FromMinutes(10);
    }

    /// <summary>The organisation of the key.</summary>
    public string Organisation { get; init; } = "main";

    /// <summary>The project of the call.</summary>
    public string Project { get; init; } = "prompts";

    /// <summary>The route of something of the organisation.</summary>
    public string OrganisationRoute(string rest) => $"api/v1/orgs/{Uri.EscapeDataString(Organisation)}/{rest}";

    /// <summary>The route of something of a project.</summary>
    public string ProjectRoute(string rest, string? project = null) => OrganisationRoute($"projects/{Uri.EscapeDataString(project ?? Project)}/{rest}");

    /// <summary>Reads JSON.</summary>
    public Task<JsonElement> Get(string route, CancellationToken cancellation) => Send(HttpMethod.Get, route, null, cancellation);

    /// <summary>Reads bytes.</summary>
    public async Task<byte[]> GetBytes(string route, CancellationToken cancellation)
    {
        using var answer = await Ask(HttpMethod.Get, route, null, cancellation);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    /// <summary>Sends JSON and reads JSON; an answer without body is undefined.</summary>
    public async Task<JsonElement> Send(HttpMethod method, string route, Action<Utf8JsonWriter>? body, CancellationToken cancellation)
    {
        using var answer = await Ask(method, route, body is null ? null : JsonBody(body), cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
        return bytes.Length == 0 ? default : JsonDocument.Parse(bytes, Reading).RootElement;
    }

    /// <summary>Sends something and reads the events that answer it, each with its name and its data.</summary>
    public async IAsyncEnumerable<(string Name, JsonElement Data)> Events(HttpMethod method, string route, HttpContent content, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var answer = await Ask(method, route, content, cancellation, "text/event-stream");
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        await foreach (var item in SseParser.Create(stream, (_, data) => JsonDocument.Parse(data.ToArray(), Reading).RootElement).EnumerateAsync(cancellation))
            yield return (item.EventType, item.Data);
    }

    /// <summary>The server's address.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>Reads all pages of a list.</summary>
    /// <param name="route">The route with its query, without the cursor.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<JsonElement> GetAll(string route, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? after = null; ;)
        {
            var separator = route.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await Get(after is null ? route : $"{route}{separator}after={Uri.EscapeDataString(after)}", cancellation);
            foreach (var item in page.GetProperty("items").EnumerateArray())
                yield return item;
            after = page.TryGetProperty("next", out var next) && next.ValueKind is not JsonValueKind.Null ? next.ToString() : null;
            if (after is null)
                yield break;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_owned is not null)
            await _owned.DisposeAsync();
    }

    // Events are read as they come; everything else at once.
    private async Task<HttpResponseMessage> Ask(HttpMethod method, string route, HttpContent? content, CancellationToken cancellation, string? events = null)
    {
        using var request = new HttpRequestMessage(method, route) { Content = content };
        if (events is not null)
            request.Headers.Accept.ParseAdd(events);
        HttpResponseMessage answer;
        try
        {
            answer = await _http.SendAsync(request, events is null ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException error)
        {
            throw Problems.Unreachable(_http.BaseAddress!, error);
        }
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw Problems.Read(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellation), _http.BaseAddress!);
    }

    private static ReadOnlyMemoryContent JsonBody(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Terminal.JsonOutput.OneLine))
            write(writer);
        return new ReadOnlyMemoryContent(buffer.WrittenMemory) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
