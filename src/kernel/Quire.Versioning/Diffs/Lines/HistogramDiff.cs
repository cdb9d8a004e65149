namespace Quire.Versioning.Diffs.Lines;

/// <summary>
/// The histogram variant of patience diff (after JGit and git): split at the longest run of common lines that holds the rarest line, then
/// treat both sides alike. Where every common line is frequent, or the work grows out of proportion, a region is left to <see cref="MyersDiff"/>.
/// </summary>
internal sealed class HistogramDiff
{
    /// <summary>Lines that stand more often than this in a region are no place to split.</summary>
    private const int MaxOccurrences = 64;

    private readonly int[] _old;
    private readonly int[] _new;
    private readonly int _classCount;
    private readonly ChangeMarks _marks;
    private readonly int[] _firstOld;
    private readonly int[] _occurrences;
    private int[] _nextOld = [];
    private int _shift;
    private long _budget;
    private long _fallbackSteps;

    public HistogramDiff(int[] old, int[] @new, int classCount, ChangeMarks marks)
    {
        _old = old;
        _new = @new;
        _classCount = classCount;
        _marks = marks;
        _firstOld = new int[classCount];
        _occurrences = new int[classCount];
    }

    /// <summary>Marks the changed lines of a range.</summary>
    /// <returns>How many lines were looked at.</returns>
    public long Run(LineRange whole)
    {
        _nextOld = new int[whole.OldCount];
        _shift = whole.OldStart;
        var budget = 400L * (whole.OldCount + whole.NewCount + 50_000);
        _budget = budget;
        var open = new Stack<LineRange>();
        open.Push(whole);
        while (open.TryPop(out var range))
            Split(range, open);
        return budget - _budget + _fallbackSteps;
    }

    private void Split(LineRange range, Stack<LineRange> open)
    {
        if (range.OldCount == 0 || range.NewCount == 0)
        {
            Mark(range);
            return;
        }
        var found = FindRun(range, out var run, out var hasCommon);
        if (found)
        {
            open.Push(new LineRange(run.OldEnd, range.OldEnd, run.NewEnd, range.NewEnd));
            open.Push(new LineRange(range.OldStart, run.OldStart, range.NewStart, run.NewStart));
        }
        else if (hasCommon)
            _fallbackSteps += new MyersDiff(_old, _new, _classCount, _marks).Run(range);
        else
            Mark(range);
    }

    private void Mark(LineRange range)
    {
        _marks.MarkOld(range.OldStart, range.OldEnd);
        _marks.MarkNew(range.NewStart, range.NewEnd);
    }

    /// <summary>Finds the run to split at. False where there is none: then hasCommon says whether the two have any line in common.</summary>
    private bool FindRun(LineRange range, out LineRange run, out bool hasCommon)
    {
        run = default;
        hasCommon = true;
        _budget -= range.OldCount + range.NewCount;
        if (_budget < 0)
            return false;
        Index(range);
        hasCommon = false;
        int bestLength = 1, rarest = MaxOccurrences + 1;
        for (var j = range.NewStart; j < range.NewEnd;)
        {
            var occurrences = _occurrences[_new[j]];
            hasCommon |= occurrences > 0;
            j = occurrences == 0 || occurrences > rarest ? j + 1 : TryRunsAt(range, j, ref run, ref bestLength, ref rarest);
        }
        for (var i = range.OldStart; i < range.OldEnd; i++)
            _occurrences[_old[i]] = 0;
        return hasCommon && rarest <= MaxOccurrences;
    }

    // Chains the old lines of each class in ascending order.
    private void Index(LineRange range)
    {
        for (var i = range.OldEnd - 1; i >= range.OldStart; i--)
        {
            var line = _old[i];
            _nextOld[i - _shift] = _occurrences[line]++ == 0 ? -1 : _firstOld[line];
            _firstOld[line] = i;
        }
    }

    /// <summary>Tries every run of common lines through new line j; answers the new line to go on with.</summary>
    private int TryRunsAt(LineRange range, int j, ref LineRange best, ref int bestLength, ref int rarest)
    {
        var next = j + 1;
        var i = _firstOld[_new[j]];
        while (i >= 0)
        {
            var run = Extend(range, i, j, out var rarity);
            next = Math.Max(next, run.NewEnd);
            _budget -= run.OldCount;
            if (run.OldCount > bestLength || rarity < rarest)
                (best, bestLength, rarest) = (run, run.OldCount, rarity);
            do
                i = _nextOld[i - _shift];
            while (i >= 0 && i < run.OldEnd);
        }
        return next;
    }

    private LineRange Extend(LineRange range, int i, int j, out int rarity)
    {
        int i0 = i, j0 = j, i1 = i + 1, j1 = j + 1;
        rarity = _occurrences[_old[i]];
        while (i0 > range.OldStart && j0 > range.NewStart && _old[i0 - 1] == _new[j0 - 1])
        {
            i0--;
            j0--;
            rarity = Math.Min(rarity, _occurrences[_old[i0]]);
        }
        while (i1 < range.OldEnd && j1 < range.NewEnd && _old[i1] == _new[j1])
        {
            rarity = Math.Min(rarity, _occurrences[_old[i1]]);
            i1++;
            j1++;
        }
        return new LineRange(i0, i1, j0, j1);
    }
}
