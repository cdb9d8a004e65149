namespace Quire.Storage.Sessions;

/// <summary>Promises between tables that no foreign key keeps, looked up in one query each.</summary>
internal static class StructureChecks
{
    private static readonly (string Sql, string Finding)[] Checks =
    [
        ("SELECT count(*) FROM objects d WHERE d.delta_base IS NOT NULL AND NOT EXISTS "
            + "(SELECT 1 FROM objects b WHERE b.project_id = d.project_id AND b.oid = d.delta_base)",
            "{0} objects are stored as deltas of objects that are missing."),
        ("SELECT count(*) FROM refs r WHERE NOT EXISTS (SELECT 1 FROM objects o WHERE o.project_id = r.project_id AND o.oid = r.target)",
            "{0} refs point to objects that are missing."),
        ("SELECT count(*) FROM versions v WHERE NOT EXISTS (SELECT 1 FROM objects o WHERE o.project_id = v.project_id AND o.oid = v.blob_oid)",
            "{0} versions have blobs that are missing."),
        ("SELECT count(*) FROM versions v WHERE NOT EXISTS (SELECT 1 FROM objects o WHERE o.project_id = v.project_id AND o.oid = v.commit_oid)",
            "{0} versions were issued by commits that are missing."),
        ("SELECT count(*) FROM prompts p WHERE p.latest_number IS NOT NULL AND NOT EXISTS "
            + "(SELECT 1 FROM versions v WHERE v.prompt_id = p.id AND v.number = p.latest_number)",
            "{0} prompts have a latest version that is missing."),
        ("SELECT count(*) FROM organisations o WHERE o.sequence < (SELECT coalesce(max(l.sequence), 0) FROM ledger l WHERE l.organisation_id = o.id)",
            "{0} organisations have a counter behind their ledger."),
    ];

    /// <summary>One sentence per promise that is broken.</summary>
    public static IEnumerable<string> Run(Db db) =>
        from check in Checks
        let count = db.Find<long>(check.Sql)
        where count > 0
        select check.Finding.Replace("{0}", $"{count}", StringComparison.Ordinal);
}
