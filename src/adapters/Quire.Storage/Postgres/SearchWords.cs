using System.Globalization;
using Quire.Core.Search;
using Quire.Storage.Search;

namespace Quire.Storage.Postgres;

/// <summary>Words in a tsvector. It is written out with its places, so no configuration of the server decides what a word is.</summary>
internal sealed class SearchWords : ISearchWords
{
    public static readonly SearchWords Instance = new();

    public string Source => "search_documents d WHERE d.words @@ CAST(@match AS tsquery)";

    public string Key => "d.prompt_id";

    public string Value => "CAST(@words AS tsvector)";

    public string Format(IReadOnlyList<string> words) =>
        string.Join(' ', words.Select((word, index) => string.Create(CultureInfo.InvariantCulture, $"'{word}':{index + 1}")));

    public string Match(IReadOnlyList<SearchTerm> terms) =>
        string.Join(" & ", terms.Select(term => $"{(term.IsExcluded ? "!" : "")}({Phrase(term)})"));

    // Words are letters and digits, and marks of Quire's own: a quotation mark is not among them.
    private static string Phrase(SearchTerm term) =>
        string.Join(" <-> ", term.Words.Select((word, index) => $"'{word}'{(term.IsPrefix && index == term.Words.Count - 1 ? ":*" : "")}"));
}
