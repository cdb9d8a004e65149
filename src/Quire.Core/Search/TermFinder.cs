namespace Quire.Core.Search;

/// <summary>
/// Finds all terms in one walk over a text. Each word of each term has a bit; the bits that are set after a word of the text say how far which terms have come
/// ("shift-and" of Baeza-Yates and Gonnet, over words). Excluded terms are nowhere in a prompt that was found.
/// </summary>
internal sealed class TermFinder
{
    /// <summary>The most terms and words; a search has at most 32 (<see cref="Limits.QuireLimits.SearchWords"/>).</summary>
    public const int Most = 64;

    private readonly List<Place> _places = [];
    private readonly ulong _beginnings;
    private readonly ulong _first;
    private readonly ulong _last;
    private readonly bool _hasPhrases;

    public TermFinder(IReadOnlyList<SearchTerm> terms)
    {
        for (var term = 0; term < terms.Count; term++)
        {
            if (terms[term].IsExcluded)
                continue;
            _first |= 1UL << _places.Count;
            for (var word = 0; word < terms[term].Words.Count; word++)
            {
                _places.Add(new Place(terms[term].Words[word], term, word + 1, terms[term].IsPrefix && word == terms[term].Words.Count - 1));
                _beginnings |= Beginning(terms[term].Words[word]);
            }
            _last |= 1UL << (_places.Count - 1);
            _hasPhrases |= terms[term].Words.Count > 1;
        }
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_places.Count, Most);
    }

    /// <summary>Whether there is anything to find.</summary>
    public bool IsEmpty => _places.Count == 0;

    /// <summary>Puts the matches in place of what the list has: by first word, then by term.</summary>
    public void Find(ReadOnlySpan<char> text, List<TermMatch> matches)
    {
        matches.Clear();
        if (IsEmpty)
            return;
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        Span<int> starts = stackalloc int[Most];
        var reached = 0UL;
        for (var word = 0; reader.Read(); word++)
        {
            starts[word % Most] = reader.Start;
            reached = ((reached << 1) | _first) & Equal(reader.Word);
            if ((reached & _last) != 0)
                Note(matches, reached & _last, word, starts, reader.Start + reader.Length);
        }
        if (_hasPhrases)
            matches.Sort(static (left, right) => (left.Word, left.Term).CompareTo((right.Word, right.Term)));
    }

    /// <summary>Finds the matches in a text.</summary>
    public List<TermMatch> Find(string text)
    {
        var matches = new List<TermMatch>();
        Find(text, matches);
        return matches;
    }

    private ulong Equal(ReadOnlySpan<char> word)
    {
        // Most words are nobody's.
        if ((_beginnings & Beginning(word)) == 0)
            return 0;
        var bits = 0UL;
        for (var place = 0; place < _places.Count; place++)
        {
            if (_places[place].Takes(word))
                bits |= 1UL << place;
        }
        return bits;
    }

    private static ulong Beginning(ReadOnlySpan<char> word) => 1UL << (word[0] & (Most - 1));

    private void Note(List<TermMatch> matches, ulong ends, int word, ReadOnlySpan<int> starts, int end)
    {
        for (; ends != 0; ends &= ends - 1)
        {
            var place = _places[System.Numerics.BitOperations.TrailingZeroCount(ends)];
            var first = word - place.Count + 1;
            var start = starts[first % Most];
            matches.Add(new TermMatch(place.Term, first, new SearchSpan(start, end - start)));
        }
    }

    private readonly record struct Place(string Word, int Term, int Count, bool IsPrefix)
    {
        public bool Takes(ReadOnlySpan<char> word) => IsPrefix ? word.StartsWith(Word, StringComparison.Ordinal) : word.SequenceEqual(Word);
    }
}
