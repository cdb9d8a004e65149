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
    private const string Columns = "d.prompt_id, d.project_id, d.layer, d.scope, d.number, d.path, d.description, d.tags";
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

    public SearchState Look(long organisationId, string? project, IReadOnlyCollection<string>? tenantScopes)
    {
        var rows = db.Query<SearchProjectRow>(
            "SELECT p.id AS Id, p.name AS Name, o.sequence AS Sequence, CASE WHEN EXISTS (SELECT 1 FROM search_deferred) THEN 1 ELSE 0 END AS Deferred, "
            + "coalesce((SELECT max(d.prompt_id) FROM search_documents d), 0) AS Newest, "
            + "(SELECT q.sequence FROM search_deferred q WHERE q.project_id = p.id"
            + (tenantScopes is null ? "" : $" AND (q.tenant = '' OR {db.Dialect.In("q.tenant", "@scopes")})")
            + " ORDER BY q.sequence LIMIT 1) AS FirstDeferred "
            + $"FROM organisations o LEFT JOIN projects p ON p.organisation_id = o.id{(project is null ? "" : " AND p.name = @project")} WHERE o.id = @organisationId",
            new { organisationId, project, scopes = db.Dialect.List(tenantScopes ?? []) });
        return new SearchState(rows[0].Sequence, rows[0].Deferred != 0, rows[0].Newest, [.. rows.Where(row => row.Id is not null).Select(row => new SearchProject(row.Id!.Value, row.Name, row.FirstDeferred))]);
    }

    // Nearly always nearly all of the newest matches are seen. Where the index must not be asked for what is seen without need, they are looked through first,
    // but not for long: there might be none among very many.
    public IReadOnlyList<SearchCandidate> Find(SearchLookUp lookUp, int limit)
    {
        if (!_words.SeesCheaply && lookUp.Terms.Any(term => !term.IsExcluded))
        {
            var (found, isAll) = Seen(lookUp, limit, lookUp.Scan, []);
            if (isAll)
                return found;
        }
        return Seen(lookUp, limit, limit, lookUp.Borders).Found;
    }

    public bool Tidy(bool first) => _words.Tidy(db, first);

    public IReadOnlyDictionary<long, string> Bodies(IReadOnlyCollection<long> promptIds) => db.Query<DocumentRow>(
            $"SELECT prompt_id AS PromptId, body AS Body FROM search_documents WHERE {db.Dialect.In("prompt_id", "@ids")}", new { ids = db.Dialect.List(promptIds) })
        .ToDictionary(row => row.PromptId, row => row.Body);

    // Of so many of the newest matches, those that are seen; and whether there are enough or no others.
    private (List<SearchCandidate> Found, bool IsAll) Seen(SearchLookUp lookUp, int limit, int most, IReadOnlyList<IReadOnlyList<string>> borders) => db.Prepared(
        _words.Newest($"{Columns}, {_words.Beginning("d.body", "@p3")}", Conditions(lookUp)), (lookUp, limit, most, Match: _words.Match(lookUp, borders)), static (command, state) =>
        {
            var (lookUp, limit, most, match) = state;
            command.Bind(0, match.Words);
            command.Bind(1, (long)most);
            command.Bind(2, match.Before);
            command.Bind(3, (long)lookUp.Head);
            if (lookUp.Alias is { } alias)
                command.Bind(4, alias);
            return Read(command, lookUp.Sees, limit, most);
        });

    private string Conditions(SearchLookUp lookUp) =>
        (lookUp.IsAnythingDeferred ? $" AND NOT EXISTS (SELECT 1 FROM search_deferred q WHERE q.prompt_id = {_words.Key})" : "")
        // The plus keeps SQLite from looking for the words once for each prompt that has the alias.
        + (lookUp.Alias is null ? "" : $" AND EXISTS (SELECT 1 FROM aliases a WHERE a.prompt_id = +{_words.Key} AND a.name = @p4)");

    private static (List<SearchCandidate> Found, bool IsAll) Read(DbCommand command, Func<long, string?, string?, bool> sees, int limit, int most)
    {
        var found = new List<SearchCandidate>();
        var read = 0;
        using var rows = command.ExecuteReader();
        while (found.Count < limit && rows.Read())
        {
            read++;
            var (layer, scope) = (rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3));
            if (sees(rows.GetInt64(1), layer, scope))
                found.Add(Candidate(rows, layer, scope));
        }
        return (found, found.Count == limit || read < most);
    }

    private static SearchCandidate Candidate(DbDataReader row, string? layer, string? scope) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(4), row.GetString(5), row.GetString(6), DocumentRow.ReadTags(row.GetString(7)), row.GetString(8)) { Layer = layer, Scope = scope };
}
