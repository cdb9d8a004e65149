using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.Core.Search;

/// <summary>Reads what people type: words, <c>"phrases"</c>, <c>-not</c>, <c>begin*</c>.</summary>
internal static class SearchQuery
{
    private const int ShortestPrefix = 2;

    /// <summary>The terms of a text; none where it has no word.</summary>
    /// <exception cref="QuireException"><c>too_large</c>, <c>invalid_query</c>.</exception>
    public static List<SearchTerm> Parse(string text)
    {
        QuireLimits.SearchLength.Check(text.Length, "The search");
        var terms = new List<SearchTerm>();
        for (var place = 0; place < text.Length;)
        {
            var excluded = text[place] == '-';
            var piece = Piece(text, excluded ? place + 1 : place, out var end);
            // Something is always taken, or this would not end.
            place = Math.Max(end, place + 1);
            var prefix = place < text.Length && text[place] == '*';
            place += prefix ? 1 : 0;
            if (WordCutter.Cut(piece) is { Count: > 0 } words)
                terms.Add(Term(words, prefix, excluded));
        }
        QuireLimits.SearchWords.Check(terms.Sum(term => term.Words.Count), "The search");
        return terms;
    }

    private static string Piece(string text, int start, out int end)
    {
        if (start < text.Length && text[start] == '"')
        {
            var close = text.IndexOf('"', start + 1);
            end = close < 0 ? text.Length : close + 1;
            return text[(start + 1)..(close < 0 ? text.Length : close)];
        }
        end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '*'))
            end++;
        return text[start..end];
    }

    private static SearchTerm Term(IReadOnlyList<string> words, bool prefix, bool excluded) => prefix && words[^1].Length < ShortestPrefix
        ? throw new QuireException(ErrorKind.Invalid, "invalid_query", $"'{words[^1]}*' begins too many words.", $"Give at least {ShortestPrefix} characters before the *.")
        : new SearchTerm(words, prefix, excluded);
}
