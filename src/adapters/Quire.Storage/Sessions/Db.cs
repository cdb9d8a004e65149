using System.Data.Common;
using Dapper;

namespace Quire.Storage.Sessions;

/// <summary>
/// A connection for the length of one session. It remembers the first error of the database, because after one a transaction must not be
/// committed even if the work swallowed the exception.
/// </summary>
/// <param name="dialect">What differs between the databases.</param>
/// <param name="connection">The connection.</param>
/// <param name="statements">Gives out commands for texts that run often.</param>
internal sealed class Db(IDialect dialect, DbConnection connection, IStatements statements)
{
    private bool _ended;

    /// <summary>What differs between the databases.</summary>
    public IDialect Dialect { get; } = dialect;

    /// <summary>The first error of the database in this session; null while there was none.</summary>
    public DbException? Failure { get; private set; }

    /// <summary>The connection; an error once the session has ended.</summary>
    public DbConnection Connection => _ended
        ? throw new InvalidOperationException("The session has ended; rows are read inside the work that was given to the store.")
        : connection;

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, object? parameters = null)
    {
        try
        {
            return Connection.Query<T>(sql, parameters).AsList();
        }
        catch (DbException error)
        {
            throw Failed(error);
        }
    }

    /// <summary>All rows of a query whose columns make two objects each; <paramref name="splitOn"/> is the first column of the second.</summary>
    public List<T> Query<TFirst, TSecond, T>(string sql, Func<TFirst, TSecond, T> map, object parameters, string splitOn)
    {
        try
        {
            return Connection.Query(sql, map, parameters, splitOn: splitOn).AsList();
        }
        catch (DbException error)
        {
            throw Failed(error);
        }
    }

    /// <summary>The one row of a query, or the default where there is none.</summary>
    public T? Find<T>(string sql, object? parameters = null)
    {
        try
        {
            return Connection.QuerySingleOrDefault<T>(sql, parameters);
        }
        catch (DbException error)
        {
            throw Failed(error);
        }
    }

    /// <summary>Runs a statement; the number of rows that it changed.</summary>
    public int Execute(string sql, object? parameters = null)
    {
        try
        {
            return Connection.Execute(sql, parameters);
        }
        catch (DbException error)
        {
            throw Failed(error);
        }
    }

    /// <summary>Runs <paramref name="work"/> with a prepared command, for the statements that run most.</summary>
    public T Prepared<TState, T>(string sql, TState state, Func<DbCommand, TState, T> work)
    {
        _ = Connection;
        try
        {
            var command = statements.Get(sql);
            try
            {
                return work(command, state);
            }
            finally
            {
                statements.Return(command);
            }
        }
        catch (DbException error)
        {
            throw Failed(error);
        }
    }

    /// <summary>Inserts rows, in as few statements as the database likes.</summary>
    /// <param name="insert">The table, its columns, and what to do about a conflict.</param>
    /// <param name="rows">The values, each in the order of the columns.</param>
    /// <returns>How many rows were inserted or updated.</returns>
    public int Insert(Insert insert, IEnumerable<object?[]> rows)
    {
        var changed = 0;
        foreach (var chunk in rows.Chunk(Dialect.RowsPerStatement))
            changed += Prepared(insert.Sql(chunk.Length), chunk, static (command, values) => Run(command, values));
        return changed;
    }

    /// <summary>Ends the session: whoever kept it gets an error from now on.</summary>
    public void End() => _ended = true;

    private static int Run(DbCommand command, object?[][] rows)
    {
        var place = 0;
        foreach (var row in rows)
        {
            foreach (var value in row)
                command.Bind(place++, value);
        }
        return command.ExecuteNonQuery();
    }

    private Exception Failed(DbException error)
    {
        Failure ??= error;
        return Dialect.Translate(error);
    }
}
