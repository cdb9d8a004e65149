using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Quire.Storage.Sqlite;

/// <summary>Opens connections with the settings on which durability rests (docs/storage.md).</summary>
internal static class SqliteLinks
{
    private const int NoCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE

    static SqliteLinks() => Batteries_V2.Init();

    /// <summary>The one connection that writes and moves the write-ahead log into the database.</summary>
    public static SqliteLink Writer(string file) => Open(file, SqliteOpenMode.ReadWriteCreate,
        // Counts only before the first table is made: pages that become free can be given back later.
        "PRAGMA auto_vacuum = INCREMENTAL",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA fullfsync = ON",
        "PRAGMA wal_autocheckpoint = 1000",
        "PRAGMA journal_size_limit = 67108864",
        "PRAGMA foreign_keys = ON",
        "PRAGMA cache_size = -65536");

    /// <summary>A connection that can neither write nor checkpoint.</summary>
    public static SqliteLink Reader(string file)
    {
        var link = Open(file, SqliteOpenMode.ReadOnly,
            "PRAGMA query_only = ON",
            "PRAGMA wal_autocheckpoint = 0",
            "PRAGMA cache_size = -8192");
        raw.sqlite3_db_config(link.Connection.Handle, NoCheckpointOnClose, 1, out _);
        return link;
    }

    /// <summary>A database that lives as long as its connection.</summary>
    public static SqliteLink Memory() => Open(":memory:", SqliteOpenMode.Memory, "PRAGMA foreign_keys = ON");

    private static SqliteLink Open(string file, SqliteOpenMode mode, params ReadOnlySpan<string> settings)
    {
        // Pooled connections would outlive the folder's lock.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            foreach (var setting in settings)
                Set(connection, setting);
            return new SqliteLink(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Set(SqliteConnection connection, string setting)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The settings are constants of this class.
        command.CommandText = setting;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
