using Dapper;
using Npgsql;
using Quire.Core.Errors;
using Quire.Storage.Migrations;

namespace Quire.Storage.Postgres;

/// <summary>What is done once with a server before it is used: its settings are looked at, and the schema is brought up to date.</summary>
internal static class PostgresServer
{
    // Any number serves, as long as nothing else in the database uses it.
    private const long MigrationLock = 0x5175697265;

    /// <summary>Makes a pool of connections.</summary>
    public static NpgsqlDataSource Source(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.ApplicationName ??= "Quire";
        // Nothing that a session leaves behind outlives its transaction.
        settings.NoResetOnClose = true;
        // What is asked here is over before its compilation would be; the server does not know that of full text, of which it has no statistics.
        settings.Options = $"-c jit=off {settings.Options}".TrimEnd();
        // Automatic preparing stays off unless the owner asks for it: under load the driver (10.0.0) was seen to lose its place in the protocol once.
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>Makes the connection that listens: it belongs to nobody else, and whoever waits for it does not wait long.</summary>
    public static NpgsqlDataSource ListeningSource(string connectionString) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "Quire news",
        Pooling = false,
        Timeout = 1,
        CommandTimeout = 1,
    });

    /// <summary>Refuses a server that loses what it acknowledges, or that does not keep text as Unicode.</summary>
    /// <exception cref="QuireException"><see cref="StoreCodes.UnsafeSettings"/>.</exception>
    public static void Check(NpgsqlConnection connection, bool allowUnsafe)
    {
        Demand(connection, "server_encoding", value => value == "UTF8", "Make the database with ENCODING 'UTF8'.");
        if (allowUnsafe)
            return;
        Demand(connection, "fsync", value => value != "off", "Set fsync = on: with it off, a crash loses acknowledged writes.");
        Demand(connection, "full_page_writes", value => value != "off", "Set full_page_writes = on: with it off, a crash can tear pages.");
        Demand(connection, "synchronous_commit", value => value != "off",
            "Set synchronous_commit = on for this server, database and user: with it off, a crash loses acknowledged writes.");
    }

    /// <summary>Brings the schema up to date; of several nodes that start at once, one does it and the others wait.</summary>
    public static void Migrate(NpgsqlConnection connection, TimeProvider time)
    {
        connection.Execute("SELECT pg_advisory_lock(@MigrationLock)", new { MigrationLock });
        try
        {
            new Migrator(new PostgresDialect(), MigrationCatalog.All, time).Run(connection);
        }
        finally
        {
            connection.Execute("SELECT pg_advisory_unlock(@MigrationLock)", new { MigrationLock });
        }
    }

    private static void Demand(NpgsqlConnection connection, string setting, Predicate<string> fits, string hint)
    {
        var value = connection.QuerySingle<string>("SELECT current_setting(@setting)", new { setting });
        if (!fits(value))
            throw new QuireException(ErrorKind.Unavailable, StoreCodes.UnsafeSettings, $"The PostgreSQL server has {setting} = {value}.", hint);
    }
}
