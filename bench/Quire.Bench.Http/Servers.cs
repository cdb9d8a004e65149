using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Quire.AspNetCore;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Storage;

namespace Quire.Bench.Http;

/// <summary>Quire with one prompt in memory, and a bare endpoint that returns the same bytes and headers.</summary>
internal sealed class Servers : IAsyncDisposable
{
    private readonly IStore _store = StoreFactory.Open(StoreFactory.Memory, TimeProvider.System);
    private readonly Dictionary<string, (Target Quire, Target Bare)> _targets = [];
    private WebApplication _quire = null!;
    private WebApplication _bare = null!;

    public static async Task<Servers> Start()
    {
        var servers = new Servers();
        var key = await servers.Fill();
        servers._quire = await servers.StartQuire();
        foreach (var read in Read.All)
            await servers.Add(read, key);
        return servers;
    }

    public Target Quire(string name) => _targets[name].Quire;

    public Target Bare(string name) => _targets[name].Bare;

    public async ValueTask DisposeAsync()
    {
        await _quire.DisposeAsync();
        await _bare.DisposeAsync();
        await _store.DisposeAsync();
    }

    private async Task<string> Fill()
    {
        var signal = new ChangeSignal();
        var organisation = await new ProjectService(_store, signal, TimeProvider.System).EnsureFirst();
        var owner = Principal.Owner(organisation.Id, organisation.Name);
        var objects = new ObjectCache();
        var commits = new CommitService(_store, new WriteDoor(_store, objects, new ContentReader(), signal, TimeProvider.System), objects, TimeProvider.System);
        var text = new StringBuilder("---\ndescription: Answers customers\n---\n");
        for (var line = 0; line < 30; line++)
            text.Append("You answer politely, briefly and in the language of {{ customer }}; rule ").Append(line).Append(".\n");
        await commits.Commit(owner, new CommitRequest
        {
            Project = "prompts",
            Message = "Add",
            Changes = [new FileChange("support/answer.prompt.md") { Content = Encoding.UTF8.GetBytes(text.ToString()) }],
            Moves = [new AliasMove("support/answer", "production", AliasTarget.Latest)],
        });
        var created = await new KeyService(_store, signal, TimeProvider.System).Create(owner, new NewKey { Name = "bench", Permissions = Permissions.Read });
        return created.Secret;
    }

    private async Task<WebApplication> StartQuire()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddQuire(new QuireOptions { Store = _store });
        var app = builder.Build();
        app.UseRouting();
        app.MapQuire();
        await app.StartAsync();
        return app;
    }

    // Asks Quire once, and lets the bare server answer just that.
    private async Task Add(Read read, string key)
    {
        List<string> headers = ["Authorization: " + (read.Basic ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"pk:{key}")) : $"Bearer {key}")];
        if (read.Unchanged)
            headers.Add($"If-None-Match: {(await Ask(read.Target, headers)).Message.Headers.ETag}");
        var (answer, body) = await Ask(read.Target, headers);
        _bare ??= await StartBare();
        Answer.All[read.Name] = new Answer((int)answer.StatusCode, Headers(answer), body);
        _targets[read.Name] = (new Target(_quire.Urls.First() + read.Target, headers), new Target($"{_bare.Urls.First()}/{read.Name}", headers));
    }

    private async Task<(HttpResponseMessage Message, byte[] Body)> Ask(string path, IReadOnlyList<string> headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, _quire.Urls.First() + path);
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header[(header.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return (int)answer.StatusCode is 200 or 304 ? (answer, body) : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(body)}");
    }

    private static List<KeyValuePair<string, string>> Headers(HttpResponseMessage answer) =>
        [.. Flat(answer.Headers).Concat(Flat(answer.Content.Headers)).Where(header => header.Key is not ("Date" or "Server" or "Content-Length" or "Transfer-Encoding"))];

    private static IEnumerable<KeyValuePair<string, string>> Flat(HttpHeaders headers) =>
        headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));

    private static async Task<WebApplication> StartBare()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => Answer.All[context.Request.Path.Value![1..]].Write(context.Response));
        await app.StartAsync();
        return app;
    }
}
