using Quire.Core.Search;
using Quire.Storage.Search;

namespace Quire.Storage.Sqlite;

/// <summary>Words in FTS5.</summary>
internal sealed class SearchWords : ISearchWords
{
    public static readonly SearchWords Instance = new();

    public string Source => "search_words CROSS JOIN search_documents d ON d.prompt_id = search_words.rowid WHERE search_words MATCH @match";

    public string Key => "search_words.rowid";

    public string Value => "@words";

    public string Format(IReadOnlyList<string> words) => string.Join(' ', words);

    public string Match(IReadOnlyList<SearchTerm> terms)
    {
        var wanted = string.Join(" AND ", terms.Where(term => !term.IsExcluded).Select(Quote));
        return terms.Where(term => term.IsExcluded).Aggregate($"({wanted})", (text, term) => $"({text} NOT {Quote(term)})");
    }

    // Words are letters and digits, and marks of Quire's own: a quotation mark is not among them.
    private static string Quote(SearchTerm term) => $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? "*" : "")}";
}
