namespace Quire.Core.Search;

/// <summary>Where terms stand in a text.</summary>
internal sealed class TermMatches
{
    private readonly List<SearchWord> _words;
    private readonly List<(int Term, int Word, int Count)> _found = [];

    /// <summary>Looks for the terms that are wanted; excluded ones are nowhere in a prompt that was found.</summary>
    public TermMatches(IReadOnlyList<SearchTerm> terms, string text)
    {
        _words = WordCutter.Cut(text);
        for (var word = 0; word < _words.Count; word++)
        {
            for (var term = 0; term < terms.Count; term++)
            {
                if (!terms[term].IsExcluded && StandsAt(terms[term], word))
                    _found.Add((term, word, terms[term].Words.Count));
            }
        }
    }

    /// <summary>The matches in order: which term, the place of its first word, and of how many words.</summary>
    public IReadOnlyList<(int Term, int Word, int Count)> Found => _found;

    /// <summary>A match as a piece of the text.</summary>
    public SearchSpan Span((int Term, int Word, int Count) match)
    {
        var (first, last) = (_words[match.Word], _words[match.Word + match.Count - 1]);
        return new SearchSpan(first.Start, last.Start + last.Length - first.Start);
    }

    private bool StandsAt(SearchTerm term, int place)
    {
        if (place + term.Words.Count > _words.Count)
            return false;
        for (var index = 0; index < term.Words.Count; index++)
        {
            var isBeginning = term.IsPrefix && index == term.Words.Count - 1;
            var word = _words[place + index].Text;
            if (isBeginning ? !word.StartsWith(term.Words[index], StringComparison.Ordinal) : word != term.Words[index])
                return false;
        }
        return true;
    }
}
