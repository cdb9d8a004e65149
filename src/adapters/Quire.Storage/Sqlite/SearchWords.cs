using Quire.Core.Search;
using Quire.Storage.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Sqlite;

/// <summary>Words in FTS5, which keeps no texts: it is told the words again that are to go.</summary>
internal sealed class SearchWords : ISearchWords
{
    public static readonly SearchWords Instance = new();

    private static readonly Insert Insertion = new("search_words", ["rowid", "words"]);
    private static readonly Insert Removal = new("search_words", ["search_words", "rowid", "words"]);

    public string Source => "search_words w WHERE w.search_words MATCH @match";

    public string Key => "w.rowid";

    public void Remove(Db db, IReadOnlyCollection<SearchDocument> documents) =>
        db.Insert(Removal, documents.Select(document => (object?[])["delete", document.PromptId, Text(document)]));

    public void Add(Db db, IReadOnlyCollection<SearchDocument> documents) =>
        db.Insert(Insertion, documents.Select(document => (object?[])[document.PromptId, Text(document)]));

    public string Match(SearchLookUp lookUp)
    {
        var wanted = lookUp.Terms.Where(term => !term.IsExcluded).Select(Quote).Concat(lookUp.AnyOf.Select(AnyOf));
        return lookUp.Terms.Where(term => term.IsExcluded).Aggregate($"({string.Join(" AND ", wanted)})", (text, term) => $"({text} NOT {Quote(term)})");
    }

    private static string Text(SearchDocument document) => string.Join(' ', document.Words());

    // Words are letters and digits, and marks of Quire's own: a quotation mark is not among them.
    private static string Quote(SearchTerm term) => $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? "*" : "")}";

    private static string AnyOf(IReadOnlyList<string> marks) => $"(\"{string.Join("\" OR \"", marks)}\")";
}
