using System.Collections.Concurrent;

namespace Quire.Storage.Sqlite;

/// <summary>Connections for readers: made when needed, kept for the next, never more than a limit at once.</summary>
internal sealed class SqliteReaders(Func<SqliteLink> open, int limit) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(limit, limit);
    private readonly ConcurrentBag<SqliteLink> _idle = [];
    private volatile bool _closed;

    /// <summary>Waits for a connection.</summary>
    public async ValueTask<SqliteLink> Rent(CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        return Take();
    }

    /// <summary>Waits for a connection, blocking the thread.</summary>
    public SqliteLink Rent()
    {
        _slots.Wait();
        return Take();
    }

    /// <summary>Gives a connection back; one that is no longer <paramref name="sound"/> is closed.</summary>
    public void Return(SqliteLink link, bool sound = true)
    {
        if (sound && !_closed)
            _idle.Add(link);
        else
            link.Dispose();
        _slots.Release();
    }

    /// <summary>Waits for every reader and closes all connections.</summary>
    public void Dispose()
    {
        _closed = true;
        for (var i = 0; i < limit; i++)
            _slots.Wait();
        while (_idle.TryTake(out var link))
            link.Dispose();
    }

    private SqliteLink Take()
    {
        try
        {
            return _idle.TryTake(out var idle) ? idle : open();
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }
}
