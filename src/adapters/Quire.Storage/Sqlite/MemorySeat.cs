namespace Quire.Storage.Sqlite;

/// <summary>The writer's turn on the one connection of a database in memory, which readers use too.</summary>
internal sealed class MemorySeat(SqliteReaders turns) : ISqliteSeat
{
    public SqliteLink Take()
    {
        var link = turns.Rent();
        link.Run("PRAGMA query_only = OFF");
        return link;
    }

    public void Leave(SqliteLink link, bool sound)
    {
        if (link.InTransaction)
            link.Run("ROLLBACK");
        link.Run("PRAGMA query_only = ON");
        turns.Return(link);
    }

    public void Close()
    {
        // The readers own the connection.
    }
}
