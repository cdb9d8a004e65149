namespace Quire.Storage.Sqlite;

/// <summary>Where the writer gets its connection for each group.</summary>
internal interface ISqliteSeat
{
    /// <summary>The connection, opened again where the last one was given up.</summary>
    SqliteLink Take();

    /// <summary>Ends the use by one group; after a failure of the database the connection is not <paramref name="sound"/>.</summary>
    void Leave(SqliteLink link, bool sound);

    /// <summary>Closes the connection.</summary>
    void Close();
}
