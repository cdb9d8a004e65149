using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Quire.Storage.Migrations;
using Quire.Storage.Search;
using Quire.Storage.Sessions;
using SQLitePCL;

namespace Quire.Storage.Sqlite;

/// <summary>What SQLite says in its own way.</summary>
/// <param name="writes">Whether it speaks for the writer, to whom a database that cannot be written means something else than to a reader.</param>
internal sealed class SqliteDialect(bool writes) : IDialect
{
    private static readonly Dictionary<string, string> Tokens = new(StringComparer.Ordinal)
    {
        ["{identity}"] = "INTEGER PRIMARY KEY AUTOINCREMENT",
        ["{text}"] = "text COLLATE BINARY",
        ["{rowid}"] = "INTEGER PRIMARY KEY",
        ["{words}"] = "text",
        ["{blob}"] = "blob",
        ["{clustered}"] = " WITHOUT ROWID",
    };

    public ISearchWords SearchWords => Sqlite.SearchWords.Instance;

    public int RowsPerStatement => 1;

    public string TakeNumber => "UPDATE organisations SET sequence = sequence + 1 WHERE id = @id RETURNING sequence";

    public string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public object List(IEnumerable<long> values) => JsonSerializer.Serialize(values);

    public object List(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    public string Expand(string script) => ScriptTokens.Expand(script, "sqlite", Tokens);

    public Exception Translate(DbException error) => error is SqliteException sqlite ? Translate(sqlite) : error;

    private Exception Translate(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_CONSTRAINT => StoreErrors.Constraint(error.Message, error),
        raw.SQLITE_READONLY when !writes => StoreErrors.ReadOnly(error),
        raw.SQLITE_READONLY => StoreErrors.Unavailable(StoreCodes.Io, "The data folder cannot be written.", "Give the user of this process the right to write there."),
        raw.SQLITE_FULL => StoreErrors.Unavailable(StoreCodes.Full, "There is no room left to write in the data folder.", "Free space on its disk; nothing needs a restart."),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN => StoreErrors.Unavailable(StoreCodes.Io,
            $"The disk of the data folder answered with an error (SQLite {error.SqliteErrorCode}/{error.SqliteExtendedErrorCode}).", "Look at the disk; writing is tried again with the next request."),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StoreErrors.Unavailable(StoreCodes.Damaged,
            "The database file is damaged or is no database of Quire.", "Run: quire verify store. Then restore a backup."),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StoreErrors.Unavailable(StoreCodes.Busy, "Another program has locked the database file.", "Close it and try again."),
        _ => StoreErrors.Unavailable(StoreCodes.Failed, $"The database failed: {error.Message}", "Run: quire verify store."),
    };
}
