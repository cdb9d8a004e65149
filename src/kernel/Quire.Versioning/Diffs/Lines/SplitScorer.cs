namespace Quire.Versioning.Diffs.Lines;

/// <summary>
/// Scores the places where a group of lines may begin and end, by blank lines and indentation. The weights are those of git's indent
/// heuristic, found by M. Haggerty on a corpus of diffs rated by people (github.com/mhagger/diff-slider-tools).
/// </summary>
internal readonly struct SplitScorer(LineFile file, int first, int count)
{
    private const int MaxIndent = 200;
    private const int MaxBlanks = 20;
    private const int MaxSlide = 100;
    private const int IndentWeight = 60;

    /// <summary>The best end of a group that may slide up from an end to an earliest end.</summary>
    public int BestEnd(int end, int size, int earliestEnd)
    {
        var from = Math.Max(earliestEnd, Math.Max(end - size - 1, end - MaxSlide));
        var best = from;
        Score bestScore = default;
        for (var candidate = from; candidate <= end; candidate++)
        {
            var score = Rate(candidate) + Rate(candidate - size);
            if (candidate > from && score.Compare(bestScore) > 0)
                continue;
            (best, bestScore) = (candidate, score);
        }
        return best;
    }

    private Score Rate(int split)
    {
        var atEnd = split >= count;
        var indent = atEnd ? -1 : Indent(split);
        var (blanksBefore, indentBefore) = Look(split, -1);
        var (blanksAfter, indentAfter) = Look(split, 1);
        var trailing = indent == -1 ? 1 + blanksAfter : 0;
        var blanks = blanksBefore + trailing;
        var effective = indent != -1 ? indent : indentAfter;
        var penalty = (blanks * -30) + (trailing * 6);
        if (indentBefore == -1 && blanksBefore == 0)
            penalty += 1;
        if (atEnd)
            penalty += 21;
        if (effective != -1 && indentBefore != -1)
            penalty += RelativePenalty(effective, indentBefore, indentAfter, blanks != 0);
        return new Score(effective, penalty);
    }

    private static int RelativePenalty(int indent, int before, int after, bool anyBlanks)
    {
        if (indent > before)
            return anyBlanks ? 10 : -4;
        if (indent == before)
            return 0;
        if (after != -1 && after > indent)
            return anyBlanks ? 17 : 24;
        return anyBlanks ? 17 : 23;
    }

    // Blank lines next to a split on one side, and the indent of the first line that is not blank.
    private (int Blanks, int Indent) Look(int split, int step)
    {
        var blanks = 0;
        for (var i = split + step; i >= 0 && i < count; i += step)
        {
            var indent = Indent(i);
            if (indent != -1)
                return (blanks, indent);
            if (++blanks == MaxBlanks)
                return (blanks, 0);
        }
        return (blanks, -1);
    }

    // Columns, tabs to multiples of eight; -1 for a line of whitespace.
    private int Indent(int line)
    {
        var columns = 0;
        foreach (var c in file.Line(first + line))
        {
            if (c is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or 11 or 12))
                return columns;
            if (c == ' ')
                columns++;
            else if (c == '\t')
                columns += 8 - (columns % 8);
            if (columns >= MaxIndent)
                return MaxIndent;
        }
        return -1;
    }

    private readonly record struct Score(int Indent, int Penalty)
    {
        public static Score operator +(Score left, Score right) => new(left.Indent + right.Indent, left.Penalty + right.Penalty);

        public int Compare(Score other) => (IndentWeight * Indent.CompareTo(other.Indent)) + Penalty - other.Penalty;
    }
}
