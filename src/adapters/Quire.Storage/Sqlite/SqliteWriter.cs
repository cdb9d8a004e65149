using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Quire.Core.Stores;
using Quire.Storage.Sessions;

namespace Quire.Storage.Sqlite;

/// <summary>
/// The one writer: a thread with a connection of its own. Whoever waits when it begins shares its transaction and its fsync, each in a savepoint.
/// Nobody is answered before the commit, also not with an error, because an error may rest on rows that the group wrote and might still lose.
/// </summary>
internal sealed class SqliteWriter
{
    private const int LargestGroup = 256;
    private const string Begin = "BEGIN IMMEDIATE";
    private const string Commit = "COMMIT";
    private const string Mark = "SAVEPOINT work";
    private const string Keep = "RELEASE work";
    private const string Undo = "ROLLBACK TO work";

    private static readonly TimeSpan LongestGroup = TimeSpan.FromMilliseconds(50);

    private readonly ISqliteSeat _seat;
    private readonly SqliteDialect _dialect = new(writes: true);
    private readonly Channel<WriteRequest> _queue;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private volatile bool _closing;

    /// <summary>Starts the writer.</summary>
    /// <param name="seat">Where it gets its connection.</param>
    /// <param name="capacity">How many requests may wait.</param>
    /// <param name="time">Measures how long a group lasts.</param>
    public SqliteWriter(ISqliteSeat seat, int capacity, TimeProvider time)
    {
        (_seat, _time) = (seat, time);
        _queue = Channel.CreateBounded<WriteRequest>(new BoundedChannelOptions(capacity) { SingleReader = true });
        new Thread(Loop) { IsBackground = true, Name = "quire-writer" }.UnsafeStart();
    }

    /// <summary>Queues work.</summary>
    public Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        var request = new WriteRequest<T>(work, cancellation);
        if (!_queue.Writer.TryWrite(request))
            request.Fail(_closing ? StoreErrors.Closed() : StoreErrors.Unavailable(StoreCodes.Busy, "Too many writers are waiting.", "Try again in a moment."));
        return request.Answered;
    }

    /// <summary>Lets the waiting requests finish, takes no more, and ends.</summary>
    public Task Close()
    {
        _closing = true;
        _queue.Writer.TryComplete();
        return _ended.Task;
    }

    private void Loop()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_queue.Reader.TryRead(out var first))
                RunGroup(first);
        }
        _ended.SetResult();
    }

    private void RunGroup(WriteRequest first)
    {
        if (!first.TryStart())
            return;
        var group = new List<WriteRequest> { first };
        SqliteLink? link = null;
        var sound = true;
        try
        {
            link = _seat.Take();
            link.Run(Begin);
            Fill(link, group);
            link.Run(Commit);
        }
#pragma warning disable CA1031 // Whatever happened, the group must hear of it and the writer must go on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            group.ForEach(request => request.Fail(error is SqliteException failure ? _dialect.Translate(failure) : error));
            sound = false;
        }
        finally
        {
            if (link is not null)
                _seat.Leave(link, sound);
        }
        group.ForEach(request => request.Answer());
    }

    // Throws where the transaction as a whole is lost: then nothing of the group happened.
    private void Fill(SqliteLink link, List<WriteRequest> group)
    {
        var begun = _time.GetTimestamp();
        Run(link, group[0]);
        while (group.Count < LargestGroup && _time.GetElapsedTime(begun) < LongestGroup && _queue.Reader.TryRead(out var next))
        {
            if (!next.TryStart())
                continue;
            group.Add(next);
            Run(link, next);
        }
    }

    private void Run(SqliteLink link, WriteRequest request)
    {
        link.Run(Mark);
        var db = new Db(_dialect, link.Connection, link);
        try
        {
            request.Run(new SqlSession(db, _time));
            // The work may have swallowed an error of the database; what it built on top of that is not kept.
            if (db.Failure is { } hidden)
                throw _dialect.Translate(hidden);
        }
#pragma warning disable CA1031 // Whatever the work throws belongs to its caller, and must not end the writer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            request.Keep(error);
            if (!link.InTransaction)
                throw db.Failure as SqliteException ?? new SqliteException("The transaction was lost.", SQLitePCL.raw.SQLITE_IOERR);
            link.Run(Undo);
        }
        finally
        {
            db.End();
        }
        link.Run(Keep);
    }
}
