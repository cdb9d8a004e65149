using Quire.Storage.Sessions;

namespace Quire.Storage.Sqlite;

/// <summary>What SQLite can say of its own file.</summary>
internal static class SqliteChecks
{
    private const int MostFindings = 100;

    /// <summary>One sentence per damage.</summary>
    public static IReadOnlyList<string> Run(Db db)
    {
        var pages = db.Query<string>("PRAGMA integrity_check(100)").Where(text => text != "ok").Select(text => $"SQLite says: {text}");
        var keys = db.Query<ForeignKeyRow>("PRAGMA foreign_key_check").Take(MostFindings)
            .Select(row => $"Row {row.RowId} of {row.Table} refers to a row of {row.Parent} that is missing.");
        return [.. pages, .. keys, .. StructureChecks.Run(db)];
    }

    private sealed class ForeignKeyRow
    {
        public string Table { get; set; } = "";

        public long? RowId { get; set; }

        public string Parent { get; set; } = "";
    }
}
