using System.Data.Common;
using Npgsql;
using Quire.Core.Errors;
using Quire.Storage.Migrations;
using Quire.Storage.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Postgres;

/// <summary>What PostgreSQL says in its own way.</summary>
internal sealed class PostgresDialect : IDialect
{
    private static readonly Dictionary<string, string> Tokens = new(StringComparer.Ordinal)
    {
        ["{identity}"] = "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        ["{text}"] = "text COLLATE \"C\"",
        ["{rowid}"] = "bigint PRIMARY KEY",
        ["{words}"] = "tsvector",
        ["{blob}"] = "bytea",
        ["{clustered}"] = "",
    };

    public ISearchWords SearchWords => Postgres.SearchWords.Instance;

    public int RowsPerStatement => 200;

    public string TakeNumber => $"""
        WITH taken AS (UPDATE organisations SET sequence = sequence + 1 WHERE id = @id RETURNING sequence)
        SELECT sequence, pg_notify('{PostgresNews.Channel}', @id || ' ' || sequence) FROM taken
        """;

    public string In(string column, string parameter) => $"{column} = ANY({parameter})";

    public object List(IEnumerable<long> values) => values.ToArray();

    public object List(IEnumerable<string> values) => values.ToArray();

    public string Expand(string script) => ScriptTokens.Expand(script, "postgres", Tokens);

    public Exception Translate(DbException error) => error switch
    {
        PostgresException server => Translate(server),
        NpgsqlException => Unreachable(error.Message),
        _ => error,
    };

    // The parts of a connection string, the password among them, are in none of these texts.
    private static Exception Translate(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.ReadOnlySqlTransaction => StoreErrors.ReadOnly(error),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => StoreErrors.Unavailable(StoreCodes.Busy, "Writers kept colliding.", "Try again in a moment."),
        PostgresErrorCodes.DiskFull => StoreErrors.Unavailable(StoreCodes.Full, "The database server has no room left.", "Free space on its disk; nothing needs a restart."),
        PostgresErrorCodes.TooManyConnections => StoreErrors.Unavailable(StoreCodes.Busy, "The database server has no free connection.", "Raise max_connections, or lower Maximum Pool Size in the connection string."),
        PostgresErrorCodes.IoError => StoreErrors.Unavailable(StoreCodes.Io, $"The database server's disk failed: {error.MessageText}", "Look at the server's log."),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StoreErrors.Unavailable(StoreCodes.Damaged, $"The database is damaged: {error.MessageText}", "Run: quire verify store. Then restore a backup."),
        ['2', '3', ..] or ['2', '2', ..] => StoreErrors.Constraint(error.MessageText, error),
        ['0', '8', ..] or ['5', '7', 'P', ..] => Unreachable(error.MessageText),
        _ => StoreErrors.Unavailable(StoreCodes.Failed, $"The database failed ({error.SqlState}): {error.MessageText}", "Look at the server's log."),
    };

    private static QuireException Unreachable(string message) =>
        StoreErrors.Unavailable(StoreCodes.Unreachable, $"The database server cannot be reached: {message}", "Start it, or correct the connection string.");
}
