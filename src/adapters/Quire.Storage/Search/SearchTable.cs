using System.Data.Common;
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

    // Nearly always nearly all of the newest matches are seen. The index is asked for those that are seen only where that is not so: it costs something for
    // each match, and reading on might find none among very many.
    public IReadOnlyList<SearchCandidate> Find(SearchLookUp lookUp, int limit)
    {
        if (lookUp.Terms.All(term => term.IsExcluded))
            return Candidates(Seen(lookUp, limit, lookUp.Borders).Ids, lookUp.Head);
        var (ids, wasAll) = Seen(lookUp, limit, []);
        return Candidates(wasAll ? ids : Seen(lookUp, limit, lookUp.Borders).Ids, lookUp.Head);
    }

    public bool Tidy(bool first) => _words.Tidy(db, first);

    public IReadOnlyDictionary<long, string> Bodies(IReadOnlyCollection<long> promptIds) => db.Query<DocumentRow>(
            $"SELECT prompt_id AS PromptId, body AS Body FROM search_documents WHERE {db.Dialect.In("prompt_id", "@ids")}", new { ids = db.Dialect.List(promptIds) })
        .ToDictionary(row => row.PromptId, row => row.Body);

    // The ids of the newest that are seen; and whether there are enough or no others.
    private (List<long> Ids, bool WasAll) Seen(SearchLookUp lookUp, int limit, IReadOnlyList<IReadOnlyList<string>> borders)
    {
        var sql = _words.Newest($"AND {_words.Key} < @p2 AND NOT EXISTS (SELECT 1 FROM search_deferred q WHERE q.prompt_id = {_words.Key})"
            + (lookUp.Alias is null ? "" : $" AND EXISTS (SELECT 1 FROM aliases a WHERE a.prompt_id = +{_words.Key} AND a.name = @p3)"));
        return db.Prepared(sql, (lookUp, limit, Match: _words.Match(lookUp.Terms, borders), Most: borders.Count == 0 ? lookUp.Scan : limit), static (command, state) =>
        {
            command.Bind(0, state.Match);
            command.Bind(1, (long)state.Most);
            command.Bind(2, state.lookUp.Before);
            if (state.lookUp.Alias is { } alias)
                command.Bind(3, alias);
            return Read(command, state.lookUp.Sees, state.limit, state.Most);
        });
    }

    private static (List<long> Ids, bool WasAll) Read(DbCommand command, Func<long, string?, string?, bool> sees, int limit, int most)
    {
        var ids = new List<long>();
        var read = 0;
        using var rows = command.ExecuteReader();
        while (ids.Count < limit && rows.Read())
        {
            read++;
            if (sees(rows.GetInt64(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3)))
                ids.Add(rows.GetInt64(0));
        }
        return (ids, ids.Count == limit || read < most);
    }

    private List<SearchCandidate> Candidates(List<long> ids, int head) => ids.Count == 0 ? [] : db.Query<DocumentRow>(
        "SELECT prompt_id AS PromptId, project_id AS ProjectId, number AS Number, path AS Path, layer AS Layer, scope AS Scope, description AS Description, "
        + $"tags AS Tags, substr(body, 1, @head) AS Body FROM search_documents WHERE {db.Dialect.In("prompt_id", "@ids")} ORDER BY prompt_id DESC",
        new { ids = db.Dialect.List(ids), head }).ConvertAll(row => row.ToCandidate());
}
