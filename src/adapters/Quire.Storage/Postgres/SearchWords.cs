using System.Globalization;
using Quire.Core.Search;
using Quire.Storage.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Postgres;

/// <summary>Words in a tsvector. It is written out with its places, so no configuration of the server decides what a word is.</summary>
internal sealed class SearchWords : ISearchWords
{
    public static readonly SearchWords Instance = new();

    private const string Insertion = "INSERT INTO search_words (prompt_id, project_id, tenant, words) SELECT n.id, n.project, n.tenant, CAST(n.words AS tsvector) "
        + "FROM unnest(@ids, @projects, @tenants, @words) AS n (id, project, tenant, words)";
    private const string Removal = "DELETE FROM search_words WHERE prompt_id = ANY(@ids)";

    public string Key => "w.prompt_id";

    // It stands in the rows, which are read anyway. In the index, going from one match to the next in a list of nearly all prompts costs more than that.
    public bool KnowsWhoSees => true;

    // GIN finds all matches before the newest of them can be told, so for one term, which may be anywhere, it is asked for those of the newest blocks first, and
    // for others only where these were too few: lateral joins go through them in their order, and no further than the limit. Several terms are mostly rare
    // together, and asking twice would cost them more. The sum keeps the planner from going through ids instead.
    public string Newest(SearchLookUp lookUp, IReadOnlyList<IReadOnlyList<string>> borders, int most, string columns, string conditions, StatementValues values)
    {
        var (match, before, limit) = (values.Add(Match(lookUp)), values.Add(lookUp.Before), values.Add((long)most));
        return $"SELECT {columns} FROM (SELECT f.prompt_id FROM {(lookUp.Terms.Count > 1 ? SearchBlocks.All(match, before) : SearchBlocks.Newest(match, before))} CROSS JOIN LATERAL ("
            + $"SELECT w.prompt_id FROM search_words w WHERE w.words @@ CAST(s.match AS tsquery) AND w.prompt_id + 0 < s.below {Seen(lookUp, values)} {conditions} "
            + $"ORDER BY w.prompt_id + 0 DESC LIMIT {limit}) f LIMIT {limit}) n JOIN search_documents d ON d.prompt_id = n.prompt_id ORDER BY d.prompt_id DESC";
    }

    // To cut a text, its characters are counted. What has no more bytes than so many characters may have is not cut, which spares the way back for the rest, too.
    public string Beginning(string column, string count) =>
        $"CASE WHEN octet_length({column}) <= 4 * {count} THEN {column} ELSE substr({column}, 1, CAST({count} AS integer)) END, octet_length({column}) <= 4 * {count}";

    public void Remove(Db db, IReadOnlyCollection<SearchDocument> documents) => db.Execute(Removal, new { ids = Ids(documents) });

    public void Add(Db db, IReadOnlyCollection<SearchDocument> documents) =>
        db.Execute(Insertion, new
        {
            ids = Ids(documents),
            projects = documents.Select(document => document.ProjectId).ToArray(),
            tenants = documents.Select(document => document.Tenant).ToArray(),
            words = documents.Select(Format).ToArray(),
        });

    // What was added lately waits in a list that every search goes through.
    public bool Tidy(Db db, bool first)
    {
        db.Find<long>("SELECT gin_clean_pending_list('search_words_by_word')");
        db.Execute("ANALYZE search_words, search_documents");
        return false;
    }

    private static string Seen(SearchLookUp lookUp, StatementValues values) =>
        $"AND w.project_id IN (SELECT p.id FROM projects p WHERE p.organisation_id = {values.Add(lookUp.OrganisationId)}"
        + (lookUp.Project is { } name ? $" AND p.name = {values.Add(name)}" : "")
        + (lookUp.ReachedProjects is { } names ? $" AND p.name = ANY({values.Add(names.ToArray())})" : "")
        + ")" + (lookUp.TenantScopes is { } scopes ? $" AND (w.tenant IS NULL OR w.tenant = ANY({values.Add(scopes.ToArray())}))" : "");

    // The index finds nothing by what is not there.
    private static string Match(SearchLookUp lookUp) => string.Join(" & ", lookUp.Terms.Select(term => $"{(term.IsExcluded ? "!" : "")}({Phrase(term)})")
        .Concat(lookUp.Terms.All(term => term.IsExcluded) ? [$"'{lookUp.Everything}'"] : []));

    private static long[] Ids(IReadOnlyCollection<SearchDocument> documents) => [.. documents.Select(document => document.PromptId)];

    private static string Format(SearchDocument document) => string.Join(' ', document.Words()
        .Select((word, index) => string.Create(CultureInfo.InvariantCulture, $"'{word}':{index + 1}"))
        .Append($"'{SearchBlocks.Mark(document.PromptId)}'"));

    // Words are letters and digits, and marks of Quire's own: a quotation mark is not among them.
    private static string Phrase(SearchTerm term) =>
        string.Join(" <-> ", term.Words.Select((word, index) => $"'{word}'{(term.IsPrefix && index == term.Words.Count - 1 ? ":*" : "")}"));
}
