using Quire.Storage.Sessions;

namespace Quire.Storage.Postgres;

/// <summary>What PostgreSQL can say of a database at little cost. Pages are checked by its own tools (pg_amcheck, pg_checksums).</summary>
internal static class PostgresChecks
{
    private const string BrokenIndexes =
        "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        + "WHERE n.nspname = current_schema() AND NOT (i.indisvalid AND i.indisready) ORDER BY c.relname";
    private const string OpenConstraints =
        "SELECT c.conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace "
        + "WHERE n.nspname = current_schema() AND NOT c.convalidated ORDER BY c.conname";
    private const string BadPages = "SELECT coalesce(sum(checksum_failures), 0)::bigint FROM pg_stat_database WHERE datname = current_database()";

    /// <summary>One sentence per damage.</summary>
    public static IReadOnlyList<string> Run(Db db)
    {
        var pages = db.Find<long>(BadPages);
        return
        [
            .. db.Query<string>(BrokenIndexes).Select(name => $"The index {name} is not valid; rebuild it with REINDEX."),
            .. db.Query<string>(OpenConstraints).Select(name => $"The constraint {name} was never validated."),
            .. pages > 0 ? (string[])[$"PostgreSQL met {pages} pages with a wrong checksum."] : [],
            .. StructureChecks.Run(db),
        ];
    }
}
