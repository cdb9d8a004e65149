using Microsoft.Data.Sqlite;
using Quire.Core.Stores;
using Quire.Storage.Migrations;
using Quire.Storage.Sessions;

namespace Quire.Storage.Sqlite;

/// <summary>
/// The embedded store: one file in a folder that this process holds alone, or memory. One writer with group commit, many readers, each on a
/// snapshot. An answer to a write is given after the sync.
/// </summary>
public sealed class SqliteStore : IStore
{
    private readonly SqliteDialect _dialect = new(writes: false);
    private readonly SqliteReaders _readers;
    private readonly ISqliteSeat _seat;
    private readonly SqliteWriter _writer;
    private readonly TimeProvider _time;
    private int _disposed;

    private SqliteStore(DataFolder? folder, SqliteReaders readers, ISqliteSeat seat, StoreOptions options, TimeProvider time)
    {
        (Folder, _readers, _seat, _time) = (folder, readers, seat, time);
        Migrate(seat, time);
        _writer = new SqliteWriter(seat, options.WriteQueue, time);
    }

    /// <summary>The folder that this store holds; null for one in memory.</summary>
    public DataFolder? Folder { get; }

    /// <inheritdoc/>
    public string Description { get; } = $"SQLite {SQLitePCL.raw.sqlite3_libversion().utf8_to_string()}";

    /// <summary>Opens the database of a folder, creates or migrates it. The store owns the folder from now on and releases it when disposed.</summary>
    /// <exception cref="Core.Errors.QuireException">A code of <see cref="StoreCodes"/>; the folder is released.</exception>
    public static SqliteStore Open(DataFolder folder, TimeProvider time, StoreOptions? options = null)
    {
        try
        {
            return OpenFile(folder, time, options ?? new StoreOptions());
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Makes an empty database that lives as long as the store.</summary>
    public static SqliteStore OpenInMemory(TimeProvider time, StoreOptions? options = null)
    {
        var link = SqliteLinks.Memory();
        var readers = new SqliteReaders(() => link, limit: 1);
        return new SqliteStore(null, readers, new MemorySeat(readers), options ?? new StoreOptions(), time);
    }

    /// <inheritdoc/>
    public async Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default)
    {
        var link = await Rent(cancellation);
        var sound = false;
        try
        {
            var result = Snapshot(link, db => work(new SqlSession(db, _time)));
            sound = true;
            return result;
        }
        finally
        {
            _readers.Return(link, sound || Folder is null || !link.InTransaction);
        }
    }

    /// <inheritdoc/>
    public Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default) => _writer.Write(work, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => Look(SqliteChecks.Run, cancellation);

    private async Task<T> Look<T>(Func<Db, T> work, CancellationToken cancellation)
    {
        var link = await Rent(cancellation);
        try
        {
            return await Task.Run(() => Snapshot(link, work), cancellation);
        }
        finally
        {
            _readers.Return(link);
        }
    }

    /// <inheritdoc/>
    public Task<StoreSpace> Space(CancellationToken cancellation = default) => Look(SqliteSpace.Measure, cancellation);

    /// <inheritdoc/>
    public async Task Reclaim(CancellationToken cancellation = default)
    {
        // Each step is a write of its own, so others get their turn in between.
        while (await Write(session => SqliteSpace.Step(((SqlSession)session).Db), cancellation))
            cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Finishes the writes that wait, moves the log into the database, and releases the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _writer.Close();
        // The writer leaves last, because only it may move the log into the database.
        _readers.Dispose();
        _seat.Close();
        Folder?.Dispose();
    }

    private static SqliteStore OpenFile(DataFolder folder, TimeProvider time, StoreOptions options)
    {
        folder.CreatePrivateFile(DataFolder.DatabaseFile);
        var file = Path.Combine(folder.Path, DataFolder.DatabaseFile);
        try
        {
            var seat = new FileSeat(file);
            var readers = new SqliteReaders(() => SqliteLinks.Reader(file), Math.Max(8, 4 * Environment.ProcessorCount));
            return new SqliteStore(folder, readers, seat, options, time);
        }
        catch (SqliteException error)
        {
            throw new SqliteDialect(writes: true).Translate(error);
        }
    }

    private static void Migrate(ISqliteSeat seat, TimeProvider time)
    {
        var link = seat.Take();
        try
        {
            new Migrator(new SqliteDialect(writes: true), MigrationCatalog.All, time).Run(link.Connection);
            seat.Leave(link, sound: true);
        }
        catch
        {
            seat.Leave(link, sound: false);
            throw;
        }
    }

    private async ValueTask<SqliteLink> Rent(CancellationToken cancellation)
    {
        if (_disposed != 0)
            throw StoreErrors.Closed();
        try
        {
            return await _readers.Rent(cancellation);
        }
        catch (SqliteException error)
        {
            throw _dialect.Translate(error);
        }
    }

    private T Snapshot<T>(SqliteLink link, Func<Db, T> work)
    {
        var db = new Db(_dialect, link.Connection, link);
        try
        {
            link.Run("BEGIN");
            return work(db);
        }
        catch (SqliteException error)
        {
            throw _dialect.Translate(error);
        }
        finally
        {
            db.End();
            if (link.InTransaction)
                link.Run("ROLLBACK");
        }
    }
}
