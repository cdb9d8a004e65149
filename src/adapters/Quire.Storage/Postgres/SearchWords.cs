using System.Globalization;
using Quire.Core.Search;
using Quire.Storage.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Postgres;

/// <summary>Words in a tsvector. It is written out with its places, so no configuration of the server decides what a word is.</summary>
internal sealed class SearchWords : ISearchWords
{
    public static readonly SearchWords Instance = new();

    private const string Insertion = "INSERT INTO search_words (prompt_id, words) SELECT n.id, CAST(n.words AS tsvector) FROM unnest(@ids, @words) AS n (id, words)";
    private const string Removal = "DELETE FROM search_words WHERE prompt_id = ANY(@ids)";

    public string Key => "w.prompt_id";

    // GIN compares lists of rows in memory.
    public bool SeesCheaply => true;

    // GIN finds all matches before the newest of them can be told, so it is asked for stretches of the newest first, and for the next only where too few were
    // found: a lateral join goes through them in their order, and no further than the limit. The sum keeps the planner from going through ids instead.
    public string Newest(string columns, string conditions) =>
        $"SELECT {columns} FROM (SELECT f.prompt_id FROM unnest(@p0, @p2) AS s (match, below) CROSS JOIN LATERAL ("
        + "SELECT w.prompt_id FROM search_words w WHERE w.words @@ CAST(s.match AS tsquery) AND w.prompt_id + 0 < s.below "
        + $"{conditions} ORDER BY w.prompt_id + 0 DESC LIMIT @p1) f LIMIT @p1) n JOIN search_documents d ON d.prompt_id = n.prompt_id ORDER BY d.prompt_id DESC";

    // To cut a text, its characters are counted; most are short enough without.
    public string Beginning(string column, string count) =>
        $"CASE WHEN octet_length({column}) <= {count} THEN {column} ELSE substr({column}, 1, CAST({count} AS integer)) END";

    public void Remove(Db db, IReadOnlyCollection<SearchDocument> documents) => db.Execute(Removal, new { ids = Ids(documents) });

    public void Add(Db db, IReadOnlyCollection<SearchDocument> documents) =>
        db.Execute(Insertion, new { ids = Ids(documents), words = documents.Select(Format).ToArray() });

    // What was added lately waits in a list that every search goes through.
    public bool Tidy(Db db, bool first)
    {
        db.Find<long>("SELECT gin_clean_pending_list('search_words_by_word')");
        db.Execute("ANALYZE search_words, search_documents");
        return false;
    }

    public (object Words, object Before) Match(SearchLookUp lookUp, IReadOnlyList<IReadOnlyList<string>> borders)
    {
        var wanted = Expression(lookUp.Terms, borders);
        var stretches = SearchStretch.Of(lookUp.Before, lookUp.Newest);
        return (stretches.Select(stretch => stretch.Marks.Count == 0 ? wanted : $"{wanted} & {AnyOf(stretch.Marks)}").ToArray(), stretches.Select(stretch => stretch.Below).ToArray());
    }

    private static string Expression(IReadOnlyList<SearchTerm> terms, IReadOnlyList<IReadOnlyList<string>> borders) => string.Join(" & ", terms
        .Select(term => $"{(term.IsExcluded ? "!" : "")}({Phrase(term)})").Concat(borders.Select(AnyOf)));

    private static string AnyOf(IReadOnlyList<string> marks) => $"('{string.Join("' | '", marks)}')";

    private static long[] Ids(IReadOnlyCollection<SearchDocument> documents) => [.. documents.Select(document => document.PromptId)];

    private static string Format(SearchDocument document) => string.Join(' ', document.Words()
        .Select((word, index) => string.Create(CultureInfo.InvariantCulture, $"'{word}':{index + 1}"))
        .Concat(SearchStretch.MarksOf(document.PromptId).Select(mark => $"'{mark}'")));

    // Words are letters and digits, and marks of Quire's own: a quotation mark is not among them.
    private static string Phrase(SearchTerm term) =>
        string.Join(" <-> ", term.Words.Select((word, index) => $"'{word}'{(term.IsPrefix && index == term.Words.Count - 1 ? ":*" : "")}"));
}
