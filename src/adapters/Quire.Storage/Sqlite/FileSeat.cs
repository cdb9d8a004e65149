using Microsoft.Data.Sqlite;

namespace Quire.Storage.Sqlite;

/// <summary>The writer's connection to a file. After an error it is opened anew, so that nothing of the failure stays behind.</summary>
internal sealed class FileSeat(string file) : ISqliteSeat
{
    private SqliteLink? _link = SqliteLinks.Writer(file);

    public SqliteLink Take() => _link ??= SqliteLinks.Writer(file);

    public void Leave(SqliteLink link, bool sound)
    {
        if (!sound)
            Close();
    }

    public void Close()
    {
        try
        {
            _link?.Dispose();
        }
        catch (SqliteException)
        {
            // The disk refuses even to close; the log is complete, and the next opening reads it.
        }
        _link = null;
    }
}
