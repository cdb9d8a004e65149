namespace Quire.Core.Search;

/// <summary>Shows where terms stand, as data.</summary>
internal static class Highlighter
{
    private const int Before = 60;
    private const int Longest = 240;
    private const int MostSpans = 20;

    /// <summary>One piece for each field that has a term.</summary>
    public static IReadOnlyList<SearchHighlight> Of(IReadOnlyList<SearchTerm> terms, SearchCandidate prompt, string body) =>
    [
        .. Whole("path", terms, prompt.Path),
        .. prompt.Tags.SelectMany(tag => Whole("tag", terms, tag)),
        .. Piece("description", terms, prompt.Description),
        .. Piece("text", terms, body),
    ];

    private static IEnumerable<SearchHighlight> Whole(string field, IReadOnlyList<SearchTerm> terms, string text)
    {
        var matches = new TermMatches(terms, text);
        return matches.Found.Count == 0 ? [] : [new SearchHighlight(field, text, [.. matches.Found.Take(MostSpans).Select(matches.Span)])];
    }

    // Around the first match, not beginning or ending inside of a character.
    private static IEnumerable<SearchHighlight> Piece(string field, IReadOnlyList<SearchTerm> terms, string text)
    {
        var matches = new TermMatches(terms, text);
        if (matches.Found.Count == 0)
            return [];
        var start = Outside(text, Math.Max(0, matches.Span(matches.Found[0]).Start - Before));
        var end = Outside(text, Math.Min(text.Length, start + Longest));
        var spans = matches.Found.Select(matches.Span).Where(span => span.Start + span.Length <= end).Take(MostSpans).Select(span => span with { Start = span.Start - start });
        return [new SearchHighlight(field, text[start..end], [.. spans])];
    }

    private static int Outside(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
