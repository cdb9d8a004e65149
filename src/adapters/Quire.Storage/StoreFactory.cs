using Quire.Core.Errors;
using Quire.Core.Stores;
using Quire.Storage.Postgres;
using Quire.Storage.Sqlite;

namespace Quire.Storage;

/// <summary>Opens the store that a setting names.</summary>
public static class StoreFactory
{
    /// <summary>The name of a database that lives in memory.</summary>
    public const string Memory = ":memory:";

    /// <summary>Opens a store and brings its schema up to date.</summary>
    /// <param name="location">
    /// <c>:memory:</c>; a PostgreSQL address (<c>postgres://USER@HOST/DATABASE</c>) or connection string (<c>Host=…</c>); otherwise the path of a
    /// data folder, which is made where it is missing.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="options">Further settings.</param>
    /// <exception cref="QuireException">A code of <see cref="StoreCodes"/>.</exception>
    public static IStore Open(string location, TimeProvider time, StoreOptions? options = null)
    {
        if (location == Memory)
            return SqliteStore.OpenInMemory(time, options);
        return PostgresAddress.TryParse(location) is { } connectionString
            ? PostgresStore.Open(connectionString, time, options)
            : SqliteStore.Open(DataFolder.Open(location), time, options);
    }
}
