namespace Quire.Versioning.Diffs.Lines;

/// <summary>
/// Moves groups of changed lines to where a person expects them. A group whose first line equals the line after it can slide down, and the
/// reverse; groups that meet become one. Where there is a choice, a group lines up with a group of the other text, or else (indent heuristic,
/// after M. Haggerty's study of diff sliders) stands where blank lines and indentation suggest a border.
/// </summary>
internal sealed class HunkSlider
{
    private readonly LineFile _file;
    private readonly int _first;
    private readonly int _count;
    private readonly bool[] _marks;
    private readonly bool[] _otherMarks;
    private readonly int _otherCount;
    private Group _group;
    private Group _other;
    private long _budget;

    private HunkSlider(LineFile file, int first, int count, bool[] marks, bool[] otherMarks, int otherCount, long budget)
    {
        _file = file;
        _first = first;
        _count = count;
        _marks = marks;
        _otherMarks = otherMarks;
        _otherCount = otherCount;
        _budget = budget;
    }

    /// <summary>Slides the groups of one text. The marks have a sentinel at either end.</summary>
    /// <returns>How many times a group moved by a line.</returns>
    public static long Run(LineFile file, int first, int count, bool[] marks, bool[] otherMarks, int otherCount, bool indentHeuristic, long budget)
    {
        if (Array.IndexOf(marks, true) < 0)
            return 0;
        var slider = new HunkSlider(file, first, count, marks, otherMarks, otherCount, budget);
        slider.Run(indentHeuristic);
        return budget - slider._budget;
    }

    private void Run(bool indentHeuristic)
    {
        _group = First(_marks);
        _other = First(_otherMarks);
        do
        {
            // Beyond the budget (only hostile texts get there) groups stay where they are: a right diff, a less pretty one.
            if (_group.End > _group.Start && _budget > 0)
                Place(indentHeuristic);
        }
        while (Next(_marks, _count, ref _group) && Next(_otherMarks, _otherCount, ref _other));
    }

    private void Place(bool indentHeuristic)
    {
        int size, earliestEnd, alignedEnd;
        do
        {
            size = _group.End - _group.Start;
            alignedEnd = -1;
            while (SlideUp())
                Previous(_otherMarks, ref _other);
            earliestEnd = _group.End;
            if (_other.End > _other.Start)
                alignedEnd = _group.End;
            while (SlideDown())
            {
                Next(_otherMarks, _otherCount, ref _other);
                if (_other.End > _other.Start)
                    alignedEnd = _group.End;
            }
        }
        while (size != _group.End - _group.Start && _budget > 0);
        if (_group.End == earliestEnd)
            return;
        if (alignedEnd >= 0)
        {
            while (_other.End == _other.Start && SlideUp())
                Previous(_otherMarks, ref _other);
        }
        else if (indentHeuristic)
        {
            var best = new SplitScorer(_file, _first, _count).BestEnd(_group.End, size, earliestEnd);
            while (_group.End > best && SlideUp())
                Previous(_otherMarks, ref _other);
        }
    }

    private bool SlideUp()
    {
        if (_group.Start == 0 || ClassAt(_group.Start - 1) != ClassAt(_group.End - 1))
            return false;
        _budget--;
        _marks[--_group.Start + 1] = true;
        _marks[--_group.End + 1] = false;
        while (_marks[_group.Start])
            _group.Start--;
        return true;
    }

    private bool SlideDown()
    {
        if (_group.End >= _count || ClassAt(_group.Start) != ClassAt(_group.End))
            return false;
        _budget--;
        _marks[_group.Start++ + 1] = false;
        _marks[_group.End++ + 1] = true;
        while (_marks[_group.End + 1])
            _group.End++;
        return true;
    }

    private int ClassAt(int line) => _file.Classes[_first + line];

    private static Group First(bool[] marks)
    {
        var end = 0;
        while (marks[end + 1])
            end++;
        return new Group { Start = 0, End = end };
    }

    private static bool Next(bool[] marks, int count, ref Group group)
    {
        if (group.End == count)
            return false;
        group.Start = group.End + 1;
        for (group.End = group.Start; marks[group.End + 1];)
            group.End++;
        return true;
    }

    private static void Previous(bool[] marks, ref Group group)
    {
        if (group.Start == 0)
            return;
        group.End = group.Start - 1;
        for (group.Start = group.End; marks[group.Start];)
            group.Start--;
    }

    /// <summary>Changed lines in a row; empty between any two unchanged lines that stand together.</summary>
    private struct Group
    {
        public int Start;
        public int End;
    }
}
