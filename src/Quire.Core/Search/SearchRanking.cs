namespace Quire.Core.Search;

/// <summary>
/// Ranks by what a prompt itself says, with fixed weights. Statistics over the index (how rare a word is) would let prompts that the caller must not
/// see change the order.
/// </summary>
internal static class SearchRanking
{
    /// <summary>How many of the newest matches are ranked together.</summary>
    public const int Window = 256;

    /// <summary>How much of a text counts.</summary>
    public const int Head = 2_000;

    private const int PathWeight = 8;
    private const int TagWeight = 6;
    private const int DescriptionWeight = 4;
    private const int MostInText = 5;
    private const int NearBonus = 3;
    private const int NearWords = 8;

    /// <summary>The score, from 0; higher is better.</summary>
    public static long Score(IReadOnlyList<SearchTerm> terms, SearchCandidate candidate)
    {
        var text = new TermMatches(terms, candidate.Body).Found;
        var inText = text.CountBy(match => match.Term).Sum(term => Math.Min(term.Value, MostInText));
        return (PathWeight * Terms(terms, candidate.Path)) + (TagWeight * Terms(terms, [.. candidate.Tags])) + (DescriptionWeight * Terms(terms, candidate.Description))
            + inText + (AreNear(text) ? NearBonus : 0);
    }

    private static int Terms(IReadOnlyList<SearchTerm> terms, params string[] texts) =>
        texts.SelectMany(text => new TermMatches(terms, text).Found).Select(match => match.Term).Distinct().Count();

    private static bool AreNear(IReadOnlyList<(int Term, int Word, int Count)> matches)
    {
        for (var index = 1; index < matches.Count; index++)
        {
            if (matches[index].Term != matches[index - 1].Term && matches[index].Word - matches[index - 1].Word <= NearWords)
                return true;
        }
        return false;
    }
}
