using Microsoft.AspNetCore.Server.Kestrel.Core;
using Quire.AspNetCore;
using Quire.Core.Access;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Storage;

namespace Quire.Cli.Hosting;

/// <summary>A store and the REST application over it.</summary>
internal sealed class RestHost : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly IStore _store;
    private readonly TimeProvider _clock;
    private readonly Organisation _organisation;
    private readonly ProcessKey _key;
    private WebApplication? _app;

    private RestHost(IStore store, TimeProvider clock, Organisation organisation) =>
        (_store, _clock, _organisation, _key) = (store, clock, organisation, ProcessKey.Create(organisation));

    /// <summary>The key of this process, an owner's.</summary>
    public string Key => _key.Secret;

    /// <summary>The addresses that it listens on.</summary>
    public ICollection<string> Addresses => _app!.Urls;

    /// <summary>Opens a store, and makes its first organisation and project.</summary>
    /// <param name="location">A data folder, or the connection string of a database.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="Core.Errors.QuireException"><c>store_locked</c>: another process holds the folder; and the other codes of stores.</exception>
    public static async Task<RestHost> Open(string location, TimeProvider clock, CancellationToken cancellation)
    {
        var store = StoreFactory.Open(location, clock);
        try
        {
            var organisation = await new ProjectService(store, new Core.Changes.ChangeSignal(), clock).EnsureFirst(cancellation);
            return new RestHost(store, clock, organisation);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts to listen. Where that fails, it may be tried again elsewhere.</summary>
    /// <param name="listen">Says where.</param>
    /// <param name="settings">Says how.</param>
    /// <param name="cancellation">Ends the start.</param>
    public async Task Start(Action<KestrelServerOptions> listen, RestSettings settings, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "quire" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            listen(kestrel);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Grace);
        builder.Services.AddQuire(new QuireOptions { Store = _store, ProcessKey = _key, Time = _clock, AllowedHosts = settings.Hosts, SecondTier = settings.SecondTier, Tokens = settings.Tokens, AllowOutbound = settings.AllowOutbound });
        var app = builder.Build();
        app.MapQuire();
        try
        {
            await app.StartAsync(cancellation);
            _app = app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the owner key where there is no key at all; null where there is one.</summary>
    public async Task<string?> EnsureOwner(CancellationToken cancellation) =>
        (await _app!.Services.GetRequiredService<KeyService>().EnsureOwner(_organisation, cancellation))?.Secret;

    /// <summary>Revokes the owner keys and makes a new one.</summary>
    public async Task<string> ResetOwner(CancellationToken cancellation) =>
        (await new KeyService(_store, new Core.Changes.ChangeSignal(), _clock).ResetOwner(_organisation, cancellation)).Secret;

    /// <summary>Tells other processes of this user how to reach this one.</summary>
    public void Announce(string address) => (_store as Storage.Sqlite.SqliteStore)?.Folder?.Announce(address, Key);

    /// <summary>Lets the requests that run come to their end, stops, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        await _store.DisposeAsync();
    }
}
