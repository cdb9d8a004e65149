using Quire.Core.Errors;
using Quire.Storage.Sessions;

namespace Quire.Storage.Sqlite;

/// <summary>What SQLite can say of its own file.</summary>
internal static class SqliteChecks
{
    private const int MostFindings = 100;

    /// <summary>One sentence per damage.</summary>
    public static IReadOnlyList<string> Run(Db db) => [.. Look(db, Pages), .. Look(db, Keys), .. Look(db, StructureChecks.Run)];

    private static IEnumerable<string> Pages(Db db) =>
        db.Query<string>("PRAGMA integrity_check(100)").Where(text => text != "ok").Select(text => $"SQLite says: {text}");

    private static IEnumerable<string> Keys(Db db) =>
        db.Query<ForeignKeyRow>("PRAGMA foreign_key_check").Take(MostFindings)
            .Select(row => $"Row {row.RowId} of {row.Table} refers to a row of {row.Parent} that is missing.");

    // A file can be so damaged that looking fails; that is a finding too.
    private static IReadOnlyList<string> Look(Db db, Func<Db, IEnumerable<string>> check)
    {
        try
        {
            return [.. check(db)];
        }
        catch (QuireException error) when (error.Error.Code == StoreCodes.Damaged)
        {
            return [error.Message];
        }
    }

    private sealed class ForeignKeyRow
    {
        public string Table { get; set; } = "";

        public long? RowId { get; set; }

        public string Parent { get; set; } = "";
    }
}
