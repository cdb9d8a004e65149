using Quire.Core.Search;
using Quire.Storage.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Sqlite;

/// <summary>Words in FTS5, which keeps no texts: it is told the words again that are to go.</summary>
internal sealed class SearchWords : ISearchWords
{
    public static readonly SearchWords Instance = new();

    private const int PagesPerStep = 500;

    private static readonly Insert Insertion = new("search_words", ["rowid", "words"]);
    private static readonly Insert Removal = new("search_words", ["search_words", "rowid", "words"]);

    public string Key => "w.rowid";

    // A list as long as that of a project's prompts takes FTS5 a while to open, and to find the place of each match in it.
    public bool KnowsWhoSees => false;

    // FTS5 goes from match to match by itself, in this order, and no further than is read.
    public string Newest(SearchLookUp lookUp, IReadOnlyList<IReadOnlyList<string>> borders, int most, string columns, string conditions, StatementValues values) =>
        $"SELECT {columns} FROM search_words w CROSS JOIN search_documents d ON d.prompt_id = w.rowid "
        + $"WHERE w.search_words MATCH {values.Add(Match(lookUp.Terms, borders))} AND w.rowid < {values.Add(lookUp.Before)} {conditions} "
        + $"ORDER BY w.rowid DESC LIMIT {values.Add((long)most)}";

    public string Beginning(string column, string count) => $"substr({column}, 1, {count})";

    public void Remove(Db db, IReadOnlyCollection<SearchDocument> documents) =>
        db.Insert(Removal, documents.Select(document => (object?[])["delete", document.PromptId, Text(document)]));

    public void Add(Db db, IReadOnlyCollection<SearchDocument> documents) =>
        db.Insert(Insertion, documents.Select(document => (object?[])[document.PromptId, Text(document)]));

    // What was indexed in many small transactions stands in many parts, in each of which every word is looked for. A negative number begins to make one of all.
    public bool Tidy(Db db, bool first)
    {
        var before = Changes(db);
        db.Execute("INSERT INTO search_words (search_words, rank) VALUES ('merge', @pages)", new { pages = first ? -PagesPerStep : PagesPerStep });
        return Changes(db) - before >= 2;
    }

    private static string Match(IReadOnlyList<SearchTerm> terms, IReadOnlyList<IReadOnlyList<string>> borders)
    {
        var wanted = terms.Where(term => !term.IsExcluded).Select(Quote).Concat(borders.Select(AnyOf));
        return terms.Where(term => term.IsExcluded).Aggregate($"({string.Join(" AND ", wanted)})", (text, term) => $"({text} NOT {Quote(term)})");
    }

    private static long Changes(Db db) => db.Find<long>("SELECT total_changes()");

    private static string Text(SearchDocument document) => string.Join(' ', document.Words());

    // Words are letters and digits, and marks of Quire's own: a quotation mark is not among them.
    private static string Quote(SearchTerm term) => $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? "*" : "")}";

    private static string AnyOf(IReadOnlyList<string> marks) => $"(\"{string.Join("\" OR \"", marks)}\")";
}
