using System.Net.Http.Headers;
using System.Net.Http.Json;
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

namespace Quire.Bench.Studio;

/// <summary>Quire in this process, over a store in memory.</summary>
internal sealed class StudioUnderTest : IAsyncDisposable
{
    private const int Batch = 500;
    private readonly WebApplication _app;
    private readonly IStore _store;
    private readonly HttpClient _client;

    private StudioUnderTest(WebApplication app, IStore store, string key)
    {
        (_app, _store, Key) = (app, store, key);
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _client = new HttpClient { BaseAddress = new Uri(Address) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>The owner key.</summary>
    public string Key { get; }

    /// <summary>Starts it with an empty project.</summary>
    public static async Task<StudioUnderTest> Start()
    {
        var store = StoreFactory.Open(StoreFactory.Memory, TimeProvider.System);
        var organisation = await new ProjectService(store, new ChangeSignal(), TimeProvider.System).EnsureFirst();
        var owner = await new KeyService(store, new ChangeSignal(), TimeProvider.System).EnsureOwner(organisation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddQuire(new QuireOptions { Store = store });
        var app = builder.Build();
        app.MapQuire();
        await app.StartAsync();
        return new StudioUnderTest(app, store, owner!.Secret);
    }

    /// <summary>Commits files, in commits of 500.</summary>
    public async Task Commit(IEnumerable<(string Path, string Content)> files)
    {
        foreach (var batch in files.Chunk(Batch))
        {
            using var answer = await _client.PostAsJsonAsync("/api/v1/orgs/main/projects/prompts/commits",
                new { message = "Bench", changes = batch.Select(file => new { path = file.Path, content = file.Content }) });
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }
}
