using Quire.Core.Stores;
using Quire.Storage.Sessions;

namespace Quire.Storage.Sqlite;

/// <summary>The pages of a SQLite database, and giving free ones back.</summary>
internal static class SqliteSpace
{
    // At 4 KB a page 2 MB: a few milliseconds for the writer.
    private const string Give = "PRAGMA incremental_vacuum(512)";

    /// <summary>How much room it takes.</summary>
    public static StoreSpace Measure(Db db)
    {
        var page = db.Find<long>("PRAGMA page_size");
        return new StoreSpace(page * db.Find<long>("PRAGMA page_count"), page * Free(db));
    }

    /// <summary>Moves some pages from the end of the file into free ones. Whether that helped, so that another step may too.</summary>
    public static bool Step(Db db)
    {
        var before = Free(db);
        if (before == 0)
            return false;
        db.Query<long>(Give);
        return Free(db) < before;
    }

    private static long Free(Db db) => db.Find<long>("PRAGMA freelist_count");
}
