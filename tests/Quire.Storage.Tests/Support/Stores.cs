using Quire.Core.Stores;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Storage.Tests.Support;

/// <summary>One store per database for all tests; each test works in an organisation of its own, as customers do.</summary>
public sealed class Stores : IAsyncDisposable
{
    /// <summary>What a server without fsync needs, as tests run it.</summary>
    public static readonly StoreOptions Options = new() { AllowUnsafeServer = true };

    private readonly Lock _lock = new();
    private readonly Dictionary<Database, IStore> _open = [];
    private readonly TempFolder _folder = new();
    private int _names;

    /// <summary>The server of the tests, for those that need a database of their own.</summary>
    public PostgresFixture Postgres { get; } = new();

    /// <summary>The shared store of that database.</summary>
    public IStore Get(Database database)
    {
        lock (_lock)
            return _open.TryGetValue(database, out var store) ? store : _open[database] = Open(database);
    }

    /// <summary>A new organisation with a project in the shared store.</summary>
    public Task<Scene> Scene(Database database) => Support.Scene.Make(Get(database), $"org{Interlocked.Increment(ref _names)}");

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _open.Values)
            await store.DisposeAsync();
        _folder.Dispose();
        Postgres.Dispose();
    }

    private IStore Open(Database database) => database switch
    {
        Database.SqliteFile => StoreFactory.Open(_folder.Combine("data"), TimeProvider.System),
        Database.SqliteMemory => StoreFactory.Open(StoreFactory.Memory, TimeProvider.System),
        _ => StoreFactory.Open(Postgres.CreateDatabase().ConnectionString, TimeProvider.System, Options),
    };
}
