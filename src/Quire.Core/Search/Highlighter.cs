namespace Quire.Core.Search;

/// <summary>Shows where terms stand, as data.</summary>
internal static class Highlighter
{
    private const int Before = 60;
    private const int Longest = 240;
    private const int MostSpans = 20;

    /// <summary>One piece for each field that has a term.</summary>
    public static IReadOnlyList<SearchHighlight> Of(TermFinder terms, SearchCandidate prompt, string body) =>
    [
        .. Whole("path", terms, prompt.Path),
        .. prompt.Tags.SelectMany(tag => Whole("tag", terms, tag)),
        .. Piece("description", terms, prompt.Description),
        .. Piece("text", terms, body),
    ];

    private static IEnumerable<SearchHighlight> Whole(string field, TermFinder terms, string text)
    {
        var matches = terms.Find(text);
        return matches.Count == 0 ? [] : [new SearchHighlight(field, text, [.. matches.Take(MostSpans).Select(match => match.Span)])];
    }

    // Around the first match, not beginning or ending inside of a character.
    private static IEnumerable<SearchHighlight> Piece(string field, TermFinder terms, string text)
    {
        var matches = terms.Find(text);
        if (matches.Count == 0)
            return [];
        var start = Outside(text, Math.Max(0, matches[0].Span.Start - Before));
        var end = Outside(text, Math.Min(text.Length, start + Longest));
        var spans = matches.Select(match => match.Span).Where(span => span.Start + span.Length <= end).Take(MostSpans).Select(span => span with { Start = span.Start - start });
        return [new SearchHighlight(field, text[start..end], [.. spans])];
    }

    private static int Outside(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
