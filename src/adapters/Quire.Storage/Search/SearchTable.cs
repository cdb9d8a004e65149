using Quire.Core.Prompts;
using Quire.Core.Search;
using Quire.Storage.Prompts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Search;

/// <inheritdoc cref="ISearchIndex"/>
internal sealed class SearchTable(Db db) : ISearchIndex
{
    private const string Unsettled = "SELECT prompt_id AS PromptId, project_id AS ProjectId FROM search_deferred ORDER BY sequence, prompt_id LIMIT @limit";
    private static readonly Insert Insertion = new("search_documents", DocumentRow.Names);
    private readonly ISearchWords _words = db.Dialect.SearchWords;

    public IReadOnlyList<PromptEntry> Latest(long projectId, IReadOnlyCollection<long> promptIds) => db.Entries(
        $"SELECT {PromptRow.Columns}, {VersionRow.Columns} FROM prompts p JOIN versions v ON v.prompt_id = p.id AND v.number = p.latest_number "
        + $"WHERE p.project_id = @projectId AND {db.Dialect.In("p.id", "@ids")}", new { projectId, ids = db.Dialect.List(promptIds) });

    public void Replace(long projectId, IReadOnlyCollection<long> promptIds, IReadOnlyCollection<SearchDocument> documents)
    {
        var these = new { projectId, ids = db.Dialect.List(promptIds) };
        var among = $"WHERE {db.Dialect.In("prompt_id", "@ids")} AND project_id = @projectId";
        var old = db.Query<DocumentRow>($"SELECT {DocumentRow.Columns} FROM search_documents {among}", these);
        if (old.Count > 0)
        {
            _words.Remove(db, old.ConvertAll(row => row.ToDocument()));
            db.Execute($"DELETE FROM search_documents {among}", these);
        }
        db.Execute($"DELETE FROM search_deferred {among}", these);
        db.Insert(Insertion, documents.Select(DocumentRow.Values));
        if (documents.Count > 0)
            _words.Add(db, documents);
    }

    public void Defer(long projectId, IReadOnlyCollection<long> promptIds, long sequence) => db.Execute(
        "INSERT INTO search_deferred (prompt_id, project_id, tenant, sequence) "
        + "SELECT p.id, p.project_id, CASE WHEN v.layer = 'tenant' THEN coalesce(v.scope, '') ELSE '' END, @sequence "
        + "FROM prompts p LEFT JOIN versions v ON v.prompt_id = p.id AND v.number = p.last_number "
        + $"WHERE {db.Dialect.In("p.id", "@ids")} AND p.project_id = @projectId ON CONFLICT (prompt_id) "
        // It waits since the older change; who would see it now, or would have then, is told so.
        + "DO UPDATE SET tenant = CASE WHEN search_deferred.tenant = excluded.tenant THEN excluded.tenant ELSE '' END",
        new { projectId, ids = db.Dialect.List(promptIds), sequence });

    public IReadOnlyList<DeferredPrompt> Deferred(int limit) => db.Query<DeferredRow>(Unsettled, new { limit }).ConvertAll(row => new DeferredPrompt(row.ProjectId, row.PromptId));

    public SearchWindow Find(SearchLookUp lookUp, int limit) => new SearchFinder(db).Find(lookUp, limit);

    public bool Tidy(bool first) => _words.Tidy(db, first);

    public IReadOnlyDictionary<long, string> Bodies(IReadOnlyCollection<long> promptIds) => db.Query<DocumentRow>(
            $"SELECT prompt_id AS PromptId, body AS Body FROM search_documents WHERE {db.Dialect.In("prompt_id", "@ids")}", new { ids = db.Dialect.List(promptIds) })
        .ToDictionary(row => row.PromptId, row => row.Body);
}
