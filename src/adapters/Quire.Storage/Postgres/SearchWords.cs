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

    // All matches are found before the newest of them lead to their documents.
    public string Newest(string columns, string conditions) =>
        $"SELECT {columns} FROM (SELECT w.prompt_id FROM search_words w "
        + $"WHERE w.words @@ CAST(@p0 AS tsquery) {conditions} ORDER BY w.prompt_id DESC LIMIT @p1) f JOIN search_documents d ON d.prompt_id = f.prompt_id "
        + "ORDER BY d.prompt_id DESC";

    public void Remove(Db db, IReadOnlyCollection<SearchDocument> documents) => db.Execute(Removal, new { ids = Ids(documents) });

    public void Add(Db db, IReadOnlyCollection<SearchDocument> documents) =>
        db.Execute(Insertion, new { ids = Ids(documents), words = documents.Select(document => Format(document.Words())).ToArray() });

    // What was added lately waits in a list that every search goes through.
    public bool Tidy(Db db, bool first)
    {
        db.Find<long>("SELECT gin_clean_pending_list('search_words_by_word')");
        db.Execute("ANALYZE search_words, search_documents");
        return false;
    }

    public string Match(IReadOnlyList<SearchTerm> terms, IReadOnlyList<IReadOnlyList<string>> borders) => string.Join(" & ", terms
        .Select(term => $"{(term.IsExcluded ? "!" : "")}({Phrase(term)})")
        .Concat(borders.Select(marks => $"('{string.Join("' | '", marks)}')")));

    private static long[] Ids(IReadOnlyCollection<SearchDocument> documents) => [.. documents.Select(document => document.PromptId)];

    private static string Format(IReadOnlyList<string> words) =>
        string.Join(' ', words.Select((word, index) => string.Create(CultureInfo.InvariantCulture, $"'{word}':{index + 1}")));

    // Words are letters and digits, and marks of Quire's own: a quotation mark is not among them.
    private static string Phrase(SearchTerm term) =>
        string.Join(" <-> ", term.Words.Select((word, index) => $"'{word}'{(term.IsPrefix && index == term.Words.Count - 1 ? ":*" : "")}"));
}
