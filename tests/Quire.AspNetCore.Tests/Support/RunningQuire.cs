using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quire.Core.Access;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Storage;

namespace Quire.AspNetCore.Tests.Support;

/// <summary>Quire in this process, on a real port of the loopback, over a store in memory.</summary>
public sealed class RunningQuire : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningQuire(WebApplication app, IStore store, Organisation organisation, string owner)
    {
        (_app, Store, Organisation, Owner) = (app, store, organisation, owner);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = ClientFor(owner);
    }

    public Uri Address { get; }

    public IStore Store { get; }

    public Organisation Organisation { get; }

    public string Owner { get; }

    /// <summary>A client with the owner's key.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public CapturedLog Log => (CapturedLog)_app.Services.GetRequiredService<ILoggerProvider>();

    public static async Task<RunningQuire> Start(Func<QuireOptions, QuireOptions>? change = null, string prefix = "", Action<WebApplication>? more = null, Func<IStore, IStore>? wrap = null, Func<Organisation, ProcessKey>? processKey = null, string place = StoreFactory.Memory, Action<IServiceCollection>? services = null)
    {
        var store = StoreFactory.Open(place, TimeProvider.System);
        var wrapped = wrap?.Invoke(store) ?? store;
        var options = new QuireOptions { Store = wrapped };
        options = change?.Invoke(options) ?? options;
        var signal = new Core.Changes.ChangeSignal();
        var organisation = await new ProjectService(store, signal, options.Time).EnsureFirst();
        var owner = await new KeyService(store, signal, options.Time).EnsureOwner(organisation);
        if (processKey is not null)
            options = options with { ProcessKey = processKey(organisation) };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider, CapturedLog>();
        builder.Services.AddQuire(options);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapQuire(prefix);
        more?.Invoke(app);
        await app.StartAsync();
        return new RunningQuire(app, store, organisation, owner!.Secret);
    }

    /// <summary>A client with a key, or without one.</summary>
    public HttpClient ClientFor(string? key)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Makes a key and a client for it.</summary>
    public async Task<HttpClient> ClientWith(Permissions permissions, IReadOnlyList<string>? projects = null, IReadOnlyList<string>? tenants = null) =>
        ClientFor(await Key(permissions, projects, tenants));

    /// <summary>Makes a key.</summary>
    public async Task<string> Key(Permissions permissions, IReadOnlyList<string>? projects = null, IReadOnlyList<string>? tenants = null, DateTimeOffset? expires = null)
    {
        var made = await Services.GetRequiredService<KeyService>().Create(
            Principal.Owner(Organisation.Id, Organisation.Name),
            new NewKey { Name = "test", Permissions = permissions, Projects = projects, TenantScopes = tenants, ExpiresAt = expires });
        return made.Secret;
    }

    /// <summary>Commits files to the project <c>prompts</c>.</summary>
    public async Task<Reply> Commit(params (string Path, string Content)[] files)
    {
        var reply = await Client.Send("POST", "/api/v1/orgs/main/projects/prompts/commits",
            new { message = "Test", changes = files.Select(file => new { path = file.Path, content = file.Content }) });
        reply.Message.IsSuccessStatusCode.ShouldBeTrue(reply.Text + Log.Text);
        return reply;
    }

    /// <summary>Sends bytes as they are and answers everything that comes back until the server closes.</summary>
    public async Task<string> Raw(string request)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Asks for a target exactly as written, with the owner's key.</summary>
    public Task<string> RawGet(string target, string method = "GET") =>
        Raw($"{method} {target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Owner}\r\nConnection: close\r\n\r\n");

    /// <summary>Stops the server, as a signal would.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Store.DisposeAsync();
    }
}
