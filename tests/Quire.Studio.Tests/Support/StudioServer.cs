using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quire.AspNetCore;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Storage;
using Quire.Testing;

namespace Quire.Studio.Tests.Support;

/// <summary>Quire in this process over a folder, mapped at the root and at <c>/tools/prompts</c>. It can be stopped and started again at the same port.</summary>
public sealed class StudioServer : IAsyncDisposable
{
    /// <summary>The second mount.</summary>
    public const string Mount = "/tools/prompts";

    private readonly TempFolder _folder = new();
    private WebApplication? _app;
    private IStore? _store;

    private StudioServer()
    {
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0/");

    /// <summary>The owner key.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>A client with the owner key.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The path of the first project's interface.</summary>
    public static string Project => "api/v1/orgs/main/projects/prompts";

    /// <summary>Starts one with an empty project.</summary>
    public static async Task<StudioServer> Start()
    {
        var server = new StudioServer();
        await server.Resume();
        return server;
    }

    /// <summary>Starts one with the demonstration in its project.</summary>
    public static async Task<StudioServer> StartDemo()
    {
        var server = await Start();
        await server.FillDemo();
        return server;
    }

    /// <summary>Starts it again where it stood.</summary>
    public async Task Resume()
    {
        var store = _store = StoreFactory.Open(Path.Combine(_folder.Path, "data"), TimeProvider.System);
        var organisation = await new ProjectService(store, new ChangeSignal(), TimeProvider.System).EnsureFirst();
        if (await new KeyService(store, new ChangeSignal(), TimeProvider.System).EnsureOwner(organisation) is { } owner)
            Owner = owner.Secret;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address.ToString().TrimEnd('/'));
        builder.Logging.ClearProviders();
        builder.Services.AddQuire(new QuireOptions { Store = store });
        _app = builder.Build();
        _app.MapQuire();
        _app.MapQuire(Mount);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        Client?.Dispose();
        Client = new HttpClient { BaseAddress = Address };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Owner);
    }

    /// <summary>Stops it; what it stored stays.</summary>
    public async Task Stop()
    {
        if (_app is null)
            return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store!.DisposeAsync();
        _app = null;
    }

    /// <summary>Commits files to the project.</summary>
    public Task Commit(params (string Path, string Content)[] files) =>
        Send(HttpMethod.Post, $"{Project}/commits", new { message = "Test", changes = files.Select(file => new { path = file.Path, content = file.Content }) });

    /// <summary>Sends a request to the interface and answers what came back.</summary>
    /// <exception cref="HttpRequestException">It was refused.</exception>
    public async Task<JsonElement> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} {path}: {text}", null, response.StatusCode);
        return response.StatusCode == HttpStatusCode.NoContent ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        Client.Dispose();
        _folder.Dispose();
    }

    private async Task FillDemo()
    {
        var samples = RepositoryRoot.Combine("samples", "demo");
        using var history = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(samples, "history.json")));
        foreach (var step in history.RootElement.EnumerateArray())
        {
            var folder = Path.Combine(samples, step.GetProperty("folder").GetString()!);
            var changes = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => new { path = Path.GetRelativePath(folder, file).Replace('\\', '/'), content = File.ReadAllText(file) });
            await Send(HttpMethod.Post, $"{Project}/commits",
                new { message = step.GetProperty("message").GetString(), author = step.GetProperty("author").GetString(), changes, aliases = step.GetProperty("aliases") });
        }
    }
}
