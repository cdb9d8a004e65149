namespace Quire.Core.Search;

/// <summary>
/// Ranks by what a prompt itself says, with fixed weights. Statistics over the index (how rare a word is) would let prompts that the caller must not
/// see change the order.
/// </summary>
/// <param name="terms">What is looked for.</param>
internal sealed class SearchRanking(TermFinder terms)
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

    // One for all prompts of a search.
    private readonly List<TermMatch> _matches = [];

    /// <summary>The score, from 0; higher is better.</summary>
    public long Score(SearchCandidate candidate)
    {
        if (terms.IsEmpty)
            return 0;
        var tags = 0UL;
        foreach (var tag in candidate.Tags)
            tags |= Terms(tag);
        return (PathWeight * Count(Terms(candidate.Path))) + (TagWeight * Count(tags)) + (DescriptionWeight * Count(Terms(candidate.Description))) + ScoreText(candidate.Body.AsSpan(0, Math.Min(Head, candidate.Body.Length)));
    }

    private static int Count(ulong found) => System.Numerics.BitOperations.PopCount(found);

    private ulong Terms(string text)
    {
        terms.Find(text, _matches);
        var found = 0UL;
        foreach (var match in _matches)
            found |= 1UL << match.Term;
        return found;
    }

    private int ScoreText(ReadOnlySpan<char> text)
    {
        terms.Find(text, _matches);
        Span<int> counts = stackalloc int[TermFinder.Most];
        var score = 0;
        foreach (var match in _matches)
            score += ++counts[match.Term] <= MostInText ? 1 : 0;
        return score + (AreNear() ? NearBonus : 0);
    }

    private bool AreNear()
    {
        for (var index = 1; index < _matches.Count; index++)
        {
            if (_matches[index].Term != _matches[index - 1].Term && _matches[index].Word - _matches[index - 1].Word <= NearWords)
                return true;
        }
        return false;
    }
}
