using System.Data;
using Npgsql;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Stores;
using Quire.Storage.Sessions;

namespace Quire.Storage.Postgres;

/// <summary>
/// The store for several nodes. A read is one repeatable-read snapshot. A write is serializable: whatever its order of statements, it is as if
/// writers ran one after another. Writers of one organisation meet at its counter row; who loses there runs again, alone (docs/storage.md).
/// </summary>
public sealed class PostgresStore : IStore, IChangeNews
{
    private const int MaxAttempts = 5;
    private const string Together = "LOCK TABLE write_turns IN ROW SHARE MODE";
    private const string Alone = "LOCK TABLE write_turns IN EXCLUSIVE MODE";
    private const string Looking = "SET TRANSACTION READ ONLY";

    private readonly PostgresDialect _dialect = new();
    private readonly NpgsqlDataSource _source;
    private readonly PostgresNews _news;
    private readonly TimeProvider _time;
    private int _disposed;

    private PostgresStore(NpgsqlDataSource source, PostgresNews news, string version, TimeProvider time) =>
        (_source, _news, Description, _time) = (source, news, $"PostgreSQL {version}", time);

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Connects, checks the server's settings, and brings the schema up to date.</summary>
    /// <exception cref="QuireException">A code of <see cref="StoreCodes"/>.</exception>
    public static PostgresStore Open(string connectionString, TimeProvider time, StoreOptions? options = null)
    {
        var source = PostgresServer.Source(connectionString);
        try
        {
            using var connection = source.OpenConnection();
            PostgresServer.Check(connection, options?.AllowUnsafeServer ?? false);
            PostgresServer.Migrate(connection, time);
            return new PostgresStore(source, new PostgresNews(PostgresServer.ListeningSource(connectionString), time), connection.PostgreSqlVersion.ToString(), time);
        }
        catch (NpgsqlException error)
        {
            source.Dispose();
            throw new PostgresDialect().Translate(error);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default) =>
        await Snapshot(db => work(new SqlSession(db, _time)), cancellation);

    /// <inheritdoc/>
    public async Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var outcome = await Attempt(work, attempt, cancellation);
            if (outcome.Done)
                return outcome.Value!;
        }
        throw StoreErrors.Unavailable(StoreCodes.Busy, "Writers kept colliding.", "Try again in a moment.");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) =>
        await Task.Run(() => Snapshot(PostgresChecks.Run, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<StoreSpace> Space(CancellationToken cancellation = default) =>
        Snapshot(db => new StoreSpace(db.Find<long>("SELECT pg_database_size(current_database())"), 0), cancellation);

    /// <summary>Nothing: PostgreSQL's autovacuum gives the room of removed rows to new ones.</summary>
    public Task Reclaim(CancellationToken cancellation = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Listen(TimeSpan interval, Action<long, long> heard, Action round, CancellationToken cancellation) =>
        _news.Listen(interval, heard, round, cancellation);

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _news.DisposeAsync();
            await _source.DisposeAsync();
        }
    }

    private async Task<T> Snapshot<T>(Func<Db, T> work, CancellationToken cancellation)
    {
        await using var connection = await Connect(cancellation);
        var db = new Db(_dialect, connection, new PostgresStatements(connection));
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, CancellationToken.None);
            db.Execute(Looking);
            return work(db);
        }
        catch (NpgsqlException error)
        {
            throw _dialect.Translate(error);
        }
        finally
        {
            db.End();
        }
    }

    private async Task<(bool Done, T? Value)> Attempt<T>(Func<ISession, T> work, int attempt, CancellationToken cancellation)
    {
        await using var connection = await Connect(cancellation);
        var db = new Db(_dialect, connection, new PostgresStatements(connection));
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, CancellationToken.None);
            // The lock comes before the first query, so that the snapshot of a writer that waited begins after what it waited for.
            db.Execute(attempt == 1 ? Together : Alone);
            var value = work(new SqlSession(db, _time));
            db.End();
            // The work may have swallowed an error of the database; PostgreSQL would then answer the commit with a silent rollback.
            if (db.Failure is { } hidden)
                throw _dialect.Translate(hidden);
            return await Commit(transaction) ? (true, value) : (false, default);
        }
        catch (Exception) when (db.Failure is { } failure && MayRunAgain(failure, attempt))
        {
            return (false, default);
        }
        finally
        {
            db.End();
        }
    }

    // False where the transaction collided and nothing of it happened.
    private static async Task<bool> Commit(NpgsqlTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }
        catch (PostgresException error) when (IsCollision(error))
        {
            return false;
        }
        catch (NpgsqlException error)
        {
            throw new QuireException(ErrorKind.Unavailable, StoreCodes.OutcomeUnknown,
                $"The connection to the database broke while the change was being committed: {error.Message}",
                "It may or may not have happened. Send it again with the same idempotency key.");
        }
    }

    private async Task<NpgsqlConnection> Connect(CancellationToken cancellation)
    {
        if (_disposed != 0)
            throw StoreErrors.Closed();
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await _source.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException error)
        {
            throw _dialect.Translate(error);
        }
    }

    // Two writers that add the same name collide at its unique index; alone, the second one sees the first one's row and can say so.
    private static bool MayRunAgain(Exception failure, int attempt) =>
        failure is PostgresException error && (IsCollision(error) || (attempt == 1 && error.SqlState == PostgresErrorCodes.UniqueViolation));

    private static bool IsCollision(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
