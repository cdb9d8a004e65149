namespace Quire.Versioning.Diffs.Lines;

/// <summary>
/// Finds which lines of two texts are changed, and cuts the answer into hunks. One matcher serves one pair of texts and keeps its working
/// space for several ranges.
/// </summary>
internal sealed class LineMatcher
{
    private readonly LineFile _old;
    private readonly LineFile _new;
    private readonly int _classCount;

    public LineMatcher(LineFile old, LineFile @new, int classCount)
    {
        _old = old;
        _new = @new;
        _classCount = classCount;
    }

    /// <summary>How many lines were looked at, each time counted: what a comparison costs, on any machine.</summary>
    public long Steps { get; private set; }

    /// <summary>Compares two ranges; the hunks' positions are those of the whole texts.</summary>
    public List<DiffHunk> Match(LineRange range, DiffAlgorithm algorithm, bool indentHeuristic)
    {
        // One sentinel stands before and one after each file's marks.
        var oldChanged = new bool[range.OldCount + 2];
        var newChanged = new bool[range.NewCount + 2];
        var marks = new ChangeMarks(oldChanged, range.OldStart - 1, newChanged, range.NewStart - 1);
        Steps += algorithm == DiffAlgorithm.Histogram
            ? new HistogramDiff(_old.Classes, _new.Classes, _classCount, marks).Run(range)
            : new MyersDiff(_old.Classes, _new.Classes, _classCount, marks).Run(range);
        var budget = 64L * (range.OldCount + range.NewCount + 100_000);
        Steps += HunkSlider.Run(_old, range.OldStart, range.OldCount, oldChanged, newChanged, range.NewCount, indentHeuristic, budget);
        Steps += HunkSlider.Run(_new, range.NewStart, range.NewCount, newChanged, oldChanged, range.OldCount, indentHeuristic, budget);
        return Collect(range, oldChanged, newChanged);
    }

    private static List<DiffHunk> Collect(LineRange range, bool[] oldChanged, bool[] newChanged)
    {
        var hunks = new List<DiffHunk>();
        int i = 0, j = 0;
        while (i < range.OldCount || j < range.NewCount)
        {
            int oldStart = i, newStart = j;
            while (oldChanged[i + 1])
                i++;
            while (newChanged[j + 1])
                j++;
            if (i > oldStart || j > newStart)
                hunks.Add(new DiffHunk(range.OldStart + oldStart, i - oldStart, range.NewStart + newStart, j - newStart));
            else
                (i, j) = (i + 1, j + 1);
        }
        return hunks;
    }
}
