using System.Data.Common;
using Microsoft.Data.Sqlite;
using Quire.Storage.Sessions;
using SQLitePCL;

namespace Quire.Storage.Sqlite;

/// <summary>One connection with the statements that were prepared on it. For one thread at a time.</summary>
internal sealed class SqliteLink(SqliteConnection connection) : IStatements, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The connection.</summary>
    public SqliteConnection Connection { get; } = connection;

    /// <summary>Whether a transaction is open. SQLite ends one by itself after some errors of the disk.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Connection.Handle) == 0;

    /// <summary>Runs a statement without parameters.</summary>
    public void Run(string sql) => Get(sql).ExecuteNonQuery();

    /// <inheritdoc/>
    public DbCommand Get(string sql)
    {
        if (_prepared.TryGetValue(sql, out var command))
            return command;
        command = Connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this assembly; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        _prepared.Add(sql, command);
        return command;
    }

    /// <inheritdoc/>
    public void Return(DbCommand command)
    {
        // It stays prepared until the connection closes.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        Connection.Dispose();
    }
}
