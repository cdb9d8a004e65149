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
        + $"WHERE {db.Dialect.In("p.id", "@ids")} AND p.project_id = @projectId ON CONFLICT (prompt_id) DO NOTHING",
        new { projectId, ids = db.Dialect.List(promptIds), sequence });

    public IReadOnlyList<DeferredPrompt> Deferred(int limit) => db.Query<DeferredRow>(Unsettled, new { limit }).ConvertAll(row => new DeferredPrompt(row.ProjectId, row.PromptId));

    public long? FirstDeferred(IReadOnlyCollection<long> projectIds, IReadOnlyCollection<string>? tenantScopes) => db.Find<long?>(
        "SELECT min(f.sequence) FROM (SELECT (SELECT q.sequence FROM search_deferred q WHERE q.project_id = p.id"
        + (tenantScopes is null ? "" : $" AND (q.tenant = '' OR {db.Dialect.In("q.tenant", "@scopes")})")
        + $" ORDER BY q.sequence LIMIT 1) AS sequence FROM projects p WHERE {db.Dialect.In("p.id", "@projects")}) f",
        new { projects = db.Dialect.List(projectIds), scopes = db.Dialect.List(tenantScopes ?? []) });

    public IReadOnlyList<SearchCandidate> Find(SearchLookUp lookUp, int limit) => db.Query<DocumentRow>(Sql(lookUp), new
    {
        match = _words.Match(lookUp),
        before = lookUp.Before,
        projects = db.Dialect.List(lookUp.ProjectIds),
        scopes = db.Dialect.List(lookUp.TenantScopes ?? []),
        alias = lookUp.Alias,
        head = lookUp.Head,
        limit,
    }).ConvertAll(row => row.ToCandidate());

    public IReadOnlyDictionary<long, string> Bodies(IReadOnlyCollection<long> promptIds) => db.Query<DocumentRow>(
            $"SELECT prompt_id AS PromptId, body AS Body FROM search_documents WHERE {db.Dialect.In("prompt_id", "@ids")}", new { ids = db.Dialect.List(promptIds) })
        .ToDictionary(row => row.PromptId, row => row.Body);

    // First the ids alone: of very many matches, only the newest lead to their documents.
    private string Sql(SearchLookUp lookUp) =>
        $"WITH found AS (SELECT {_words.Key} AS id FROM {_words.Source}"
        + (lookUp.Before == long.MaxValue ? "" : $" AND {_words.Key} < @before")
        + $" AND NOT EXISTS (SELECT 1 FROM search_deferred q WHERE q.prompt_id = {_words.Key})"
        + (lookUp.Alias is null ? "" : $" AND EXISTS (SELECT 1 FROM aliases a WHERE a.prompt_id = {_words.Key} AND a.name = @alias)")
        + $" ORDER BY {_words.Key} DESC LIMIT @limit) "
        + "SELECT d.prompt_id AS PromptId, d.project_id AS ProjectId, d.number AS Number, d.path AS Path, d.layer AS Layer, d.scope AS Scope, "
        + "d.description AS Description, d.tags AS Tags, substr(d.body, 1, @head) AS Body "
        + $"FROM found f CROSS JOIN search_documents d WHERE d.prompt_id = f.id AND {db.Dialect.In("d.project_id", "@projects")}"
        + (lookUp.TenantScopes is null ? "" : $" AND (d.layer IS NULL OR d.layer <> 'tenant' OR d.scope IS NULL OR {db.Dialect.In("d.scope", "@scopes")})")
        + " ORDER BY f.id DESC";
}
