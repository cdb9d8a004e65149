using System.Text.Json;
using Quire.Core.Prompts;
using Quire.Core.Search;
using Quire.Storage.Prompts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Search;

/// <inheritdoc cref="ISearchIndex"/>
internal sealed class SearchTable(Db db) : ISearchIndex
{
    private const string Unsettled = "SELECT prompt_id AS PromptId, project_id AS ProjectId FROM search_deferred ORDER BY sequence, prompt_id LIMIT @limit";
    private readonly ISearchWords _words = db.Dialect.SearchWords;

    public IReadOnlyList<PromptEntry> Latest(long projectId, IReadOnlyCollection<long> promptIds) => db.Entries(
        $"SELECT {PromptRow.Columns}, {VersionRow.Columns} FROM prompts p JOIN versions v ON v.prompt_id = p.id AND v.number = p.latest_number "
        + $"WHERE p.project_id = @projectId AND {db.Dialect.In("p.id", "@ids")}", new { projectId, ids = db.Dialect.List(promptIds) });

    public void Replace(long projectId, IReadOnlyCollection<long> promptIds, IReadOnlyCollection<SearchDocument> documents)
    {
        var these = new { projectId, ids = db.Dialect.List(promptIds) };
        db.Execute($"DELETE FROM search_documents WHERE {db.Dialect.In("prompt_id", "@ids")} AND project_id = @projectId", these);
        db.Execute($"DELETE FROM search_deferred WHERE {db.Dialect.In("prompt_id", "@ids")} AND project_id = @projectId", these);
        foreach (var document in documents)
            Add(document);
    }

    public void Defer(long projectId, IReadOnlyCollection<long> promptIds, long sequence) => db.Execute(
        "INSERT INTO search_deferred (prompt_id, project_id, sequence) SELECT id, project_id, @sequence FROM prompts "
        + $"WHERE {db.Dialect.In("id", "@ids")} AND project_id = @projectId ON CONFLICT (prompt_id) DO NOTHING",
        new { projectId, ids = db.Dialect.List(promptIds), sequence });

    public IReadOnlyList<DeferredPrompt> Deferred(int limit) => db.Query<DeferredRow>(Unsettled, new { limit }).ConvertAll(row => new DeferredPrompt(row.ProjectId, row.PromptId));

    public long? FirstDeferred(IReadOnlyCollection<long> projectIds) =>
        db.Find<long?>($"SELECT min(sequence) FROM search_deferred WHERE {db.Dialect.In("project_id", "@projects")}", new { projects = db.Dialect.List(projectIds) });

    public IReadOnlyList<SearchCandidate> Find(SearchLookUp lookUp, int limit) => db.Query<CandidateRow>(Sql(lookUp), new
    {
        match = _words.Match(lookUp.Terms),
        before = lookUp.Before,
        projects = db.Dialect.List(lookUp.ProjectIds),
        scopes = db.Dialect.List(lookUp.TenantScopes ?? []),
        alias = lookUp.Alias,
        lower = lookUp.Folder,
        upper = NameRange.Of(lookUp.Folder, null).Upper,
        head = lookUp.Head,
        limit,
    }).ConvertAll(row => row.ToCandidate());

    public IReadOnlyDictionary<long, string> Bodies(IReadOnlyCollection<long> promptIds) => db.Query<CandidateRow>(
            $"SELECT prompt_id AS PromptId, body AS Body FROM search_documents WHERE {db.Dialect.In("prompt_id", "@ids")}", new { ids = db.Dialect.List(promptIds) })
        .ToDictionary(row => row.PromptId, row => row.Body);

    private string Sql(SearchLookUp lookUp) =>
        "SELECT d.prompt_id AS PromptId, d.project_id AS ProjectId, d.number AS Number, d.path AS Path, d.layer AS Layer, d.scope AS Scope, d.description AS Description, "
        + $"d.tags AS Tags, substr(d.body, 1, @head) AS Body FROM {_words.Source} AND {_words.Key} < @before AND {db.Dialect.In("d.project_id", "@projects")}"
        + (lookUp.TenantScopes is null ? "" : $" AND (d.layer IS NULL OR d.layer <> 'tenant' OR d.scope IS NULL OR {db.Dialect.In("d.scope", "@scopes")})")
        + (lookUp.Alias is null ? "" : " AND EXISTS (SELECT 1 FROM aliases a WHERE a.prompt_id = d.prompt_id AND a.name = @alias)")
        + (lookUp.Folder.Length == 0 ? "" : $" AND {NameRange.Of(lookUp.Folder, null).Condition("d.path")}")
        + " AND NOT EXISTS (SELECT 1 FROM search_deferred q WHERE q.prompt_id = d.prompt_id)"
        + $" ORDER BY {_words.Key} DESC LIMIT @limit";

    private void Add(SearchDocument document) => db.Execute(
        "INSERT INTO search_documents (prompt_id, project_id, number, path, layer, scope, description, tags, body, words) "
        + $"VALUES (@PromptId, @ProjectId, @Number, @Path, @Layer, @Scope, @Description, @tags, @Body, {_words.Value})",
        new
        {
            document.PromptId,
            document.ProjectId,
            document.Number,
            document.Path,
            document.Layer,
            document.Scope,
            document.Description,
            tags = JsonSerializer.Serialize(document.Tags),
            document.Body,
            words = _words.Format(document.Words),
        });
}
