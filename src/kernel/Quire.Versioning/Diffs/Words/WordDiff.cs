using System.Globalization;
using Quire.Versioning.Diffs.Lines;

namespace Quire.Versioning.Diffs.Words;

/// <summary>
/// What changed inside changed lines, word by word. Words are runs of letters and digits, blanks are runs of white space, and every other
/// character stands for itself.
/// </summary>
/// <param name="Old">The old text cut into runs, which cover it completely.</param>
/// <param name="New">The new text cut into runs, which cover it completely.</param>
public sealed record WordDiff(IReadOnlyList<WordSpan> Old, IReadOnlyList<WordSpan> New)
{
    /// <summary>Compares two texts; the time is bounded as that of <see cref="LineDiff"/>.</summary>
    public static WordDiff Compute(string old, string @new)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var (oldWords, oldStarts) = Cut(old, words);
        var (newWords, newStarts) = Cut(@new, words);
        var oldChanged = new bool[oldWords.Length + 2];
        var newChanged = new bool[newWords.Length + 2];
        new MyersDiff(oldWords, newWords, words.Count, new ChangeMarks(oldChanged, -1, newChanged, -1)).Run(new LineRange(0, oldWords.Length, 0, newWords.Length));
        return new WordDiff(Join(oldStarts, oldChanged), Join(newStarts, newChanged));
    }

    private static (int[] Words, int[] Starts) Cut(string text, Dictionary<string, int> known)
    {
        var words = new List<int>();
        var starts = new List<int>();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfWord(text, at);
            var word = text[at..end];
            if (!known.TryGetValue(word, out var number))
                known.Add(word, number = known.Count);
            words.Add(number);
            starts.Add(at);
            at = end;
        }
        starts.Add(text.Length);
        return ([.. words], [.. starts]);
    }

    private static int EndOfWord(string text, int start)
    {
        var kind = KindAt(text, start, out var end);
        if (kind == CharKind.Other)
            return end;
        while (end < text.Length && KindAt(text, end, out var next) == kind)
            end = next;
        return end;
    }

    private static CharKind KindAt(string text, int at, out int next)
    {
        // Characters outside the basic plane are two units; a mark belongs to the letter before it.
        var length = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        next = at + length;
        var category = CharUnicodeInfo.GetUnicodeCategory(text, at);
        if (char.IsWhiteSpace(text, at))
            return CharKind.Blank;
        return category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || char.IsLetterOrDigit(text, at) || text[at] == '_'
            ? CharKind.Word
            : CharKind.Other;
    }

    private static List<WordSpan> Join(int[] starts, bool[] changed)
    {
        var spans = new List<WordSpan>();
        for (var i = 0; i + 1 < starts.Length;)
        {
            var first = i;
            while (i + 1 < starts.Length && changed[i + 1] == changed[first + 1])
                i++;
            spans.Add(new WordSpan(starts[first], starts[i] - starts[first], changed[first + 1]));
        }
        return spans;
    }

    private enum CharKind
    {
        Word,
        Blank,
        Other,
    }
}
