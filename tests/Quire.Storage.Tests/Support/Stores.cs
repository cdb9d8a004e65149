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
            return _open.TryGetValue(database, out var store) ? store : _open[database] = Open(database, TimeProvider.System);
    }

    /// <summary>A store of its own for one test, which disposes it.</summary>
    public IStore Private(Database database, TimeProvider? time = null) => Open(database, time ?? TimeProvider.System);

    /// <summary>A new organisation with a project in the shared store.</summary>
    public Task<Scene> Scene(Database database) => Support.Scene.Make(Get(database), $"org{Interlocked.Increment(ref _names)}");

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _open.Values)
            await store.DisposeAsync();
        _folder.Dispose();
        Postgres.Dispose();
    }

    private IStore Open(Database database, TimeProvider time) => database switch
    {
        Database.SqliteFile => StoreFactory.Open(_folder.Combine($"data{Interlocked.Increment(ref _names)}"), time),
        Database.SqliteMemory => StoreFactory.Open(StoreFactory.Memory, time),
        _ => StoreFactory.Open(Postgres.CreateDatabase().ConnectionString, time, Options),
    };
}
