namespace Quire.Versioning.Diffs.Lines;

/// <summary>
/// Myers' O(ND) difference algorithm in linear space (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), with the bounds
/// that git's xdiff puts on it: lines without or with too many partners are set aside first, and a search that gets expensive settles for a
/// good split instead of the best.
/// </summary>
internal sealed class MyersDiff
{
    private const int CostFloor = 256;
    private const int LongSnake = 20;
    private const int InterestFactor = 4;
    private const int FrequentCap = 1024;
    private const int NeighbourWindow = 100;
    private const int NeighbourRatio = 4;

    private readonly int[] _oldLines;
    private readonly int[] _newLines;
    private readonly ChangeMarks _marks;
    private readonly int[] _oldCounts;
    private readonly int[] _newCounts;
    private int[] _a = [];
    private int[] _b = [];
    private int[] _oldIndex = [];
    private int[] _newIndex = [];
    private int[] _forward = [];
    private int[] _backward = [];
    private int _zero;
    private int _costLimit;
    private long _steps;

    public MyersDiff(int[] old, int[] @new, int classCount, ChangeMarks marks)
    {
        _oldLines = old;
        _newLines = @new;
        _marks = marks;
        _oldCounts = new int[classCount];
        _newCounts = new int[classCount];
    }

    /// <summary>Marks the changed lines of a range.</summary>
    /// <returns>How many lines were looked at.</returns>
    public long Run(LineRange range)
    {
        var inner = TrimEnds(range);
        Count(range);
        // How frequent is too frequent depends on the whole range, as in git, not on what the trimming left.
        (_a, _oldIndex) = KeepUseful(_oldLines, inner.OldStart, inner.OldEnd, _newCounts, FrequencyLimit(range.OldCount), _marks.MarkOld);
        (_b, _newIndex) = KeepUseful(_newLines, inner.NewStart, inner.NewEnd, _oldCounts, FrequencyLimit(range.NewCount), _marks.MarkNew);
        var diagonals = _a.Length + _b.Length + 3;
        _forward = new int[diagonals + 1];
        _backward = new int[diagonals + 1];
        _zero = _b.Length + 1;
        _costLimit = Math.Max(CostFloor, RoughSquareRoot(diagonals));
        Compare(0, _a.Length, 0, _b.Length, false);
        return _steps + range.OldCount + range.NewCount;
    }

    private LineRange TrimEnds(LineRange range)
    {
        var (i, j, iEnd, jEnd) = (range.OldStart, range.NewStart, range.OldEnd, range.NewEnd);
        while (i < iEnd && j < jEnd && _oldLines[i] == _newLines[j])
            (i, j) = (i + 1, j + 1);
        while (iEnd > i && jEnd > j && _oldLines[iEnd - 1] == _newLines[jEnd - 1])
            (iEnd, jEnd) = (iEnd - 1, jEnd - 1);
        return new LineRange(i, iEnd, j, jEnd);
    }

    private void Count(LineRange range)
    {
        for (var i = range.OldStart; i < range.OldEnd; i++)
            _oldCounts[_oldLines[i]]++;
        for (var j = range.NewStart; j < range.NewEnd; j++)
            _newCounts[_newLines[j]]++;
    }

    private static int FrequencyLimit(int lines) => Math.Min(RoughSquareRoot(lines), FrequentCap);

    // A power of two near the square root, as git rounds it.
    private static int RoughSquareRoot(int n)
    {
        var root = 1;
        for (; n > 0; n >>= 2)
            root <<= 1;
        return root;
    }

    /// <summary>Leaves out (and marks as changed) lines that the other text does not have, and frequent lines amid such.</summary>
    private static (int[] Lines, int[] Index) KeepUseful(int[] lines, int start, int end, int[] partners, int frequent, Action<int, int> mark)
    {
        var rank = new Partners[end - start];
        for (var i = start; i < end; i++)
            rank[i - start] = partners[lines[i]] switch { 0 => Partners.None, var n when n >= frequent => Partners.Many, _ => Partners.Some };
        var kept = new int[rank.Length];
        var index = new int[rank.Length];
        var count = 0;
        for (var i = 0; i < rank.Length; i++)
        {
            if (rank[i] == Partners.Some || (rank[i] == Partners.Many && !StandsAmidPartnerless(rank, i)))
                (kept[count], index[count++]) = (lines[start + i], start + i);
            else
                mark(start + i, start + i + 1);
        }
        return (kept[..count], index[..count]);
    }

    private static bool StandsAmidPartnerless(Partners[] rank, int i)
    {
        var (noneBefore, manyBefore) = CountRun(rank, i, -1);
        if (noneBefore == 0)
            return false;
        var (noneAfter, manyAfter) = CountRun(rank, i, 1);
        if (noneAfter == 0)
            return false;
        // The line itself counts once for each direction.
        var many = manyBefore + manyAfter + 2;
        return many * NeighbourRatio < many + noneBefore + noneAfter;
    }

    private static (int None, int Many) CountRun(Partners[] rank, int i, int step)
    {
        int none = 0, many = 0;
        for (var r = 1; r <= NeighbourWindow; r++)
        {
            var at = i + (r * step);
            if ((uint)at >= (uint)rank.Length || rank[at] == Partners.Some)
                break;
            if (rank[at] == Partners.None)
                none++;
            else
                many++;
        }
        return (none, many);
    }

    private void Compare(int aStart, int aEnd, int bStart, int bEnd, bool minimal)
    {
        while (true)
        {
            while (aStart < aEnd && bStart < bEnd && _a[aStart] == _b[bStart])
                (aStart, bStart) = (aStart + 1, bStart + 1);
            while (aStart < aEnd && bStart < bEnd && _a[aEnd - 1] == _b[bEnd - 1])
                (aEnd, bEnd) = (aEnd - 1, bEnd - 1);
            if (aStart == aEnd || bStart == bEnd)
            {
                for (; bStart < bEnd; bStart++)
                    _marks.MarkNew(_newIndex[bStart], _newIndex[bStart] + 1);
                for (; aStart < aEnd; aStart++)
                    _marks.MarkOld(_oldIndex[aStart], _oldIndex[aStart] + 1);
                return;
            }
            var box = new Box(this, aStart, aEnd, bStart, bEnd);
            var split = box.Split(minimal);
            _steps += box.Steps;
            Compare(aStart, split.A, bStart, split.B, split.MinimalBefore);
            (aStart, bStart, minimal) = (split.A, split.B, split.MinimalAfter);
        }
    }

    private enum Partners : byte
    {
        None,
        Some,
        Many,
    }

    /// <summary>Where to cut a box, and whether the halves must be solved without shortcuts.</summary>
    private readonly record struct SplitPoint(int A, int B, bool MinimalBefore, bool MinimalAfter);

    /// <summary>The search for the middle of one box: furthest reaching paths from both corners, diagonal by diagonal.</summary>
    private ref struct Box(MyersDiff diff, int aStart, int aEnd, int bStart, int bEnd)
    {
        private readonly int[] _a = diff._a;
        private readonly int[] _b = diff._b;
        private readonly Span<int> _forward = diff._forward;
        private readonly Span<int> _backward = diff._backward;
        private readonly int _zero = diff._zero;
        private readonly int _lowest = aStart - bEnd;
        private readonly int _highest = aEnd - bStart;
        private readonly int _forwardMiddle = aStart - bStart;
        private readonly int _backwardMiddle = aEnd - bEnd;
        private int _forwardLow = aStart - bStart;
        private int _forwardHigh = aStart - bStart;
        private int _backwardLow = aEnd - bEnd;
        private int _backwardHigh = aEnd - bEnd;
        private bool _sawLongSnake;

        public long Steps { get; private set; }

        public SplitPoint Split(bool minimal)
        {
            var odd = ((_forwardMiddle - _backwardMiddle) & 1) != 0;
            _forward[_zero + _forwardMiddle] = aStart;
            _backward[_zero + _backwardMiddle] = aEnd;
            for (var cost = 1; ; cost++)
            {
                _sawLongSnake = false;
                if (StepForward(odd, out var split) || StepBackward(!odd, out split))
                    return split;
                if (minimal)
                    continue;
                if (_sawLongSnake && cost > CostFloor && (TryInterestingForward(cost, out split) || TryInterestingBackward(cost, out split)))
                    return split;
                if (cost >= diff._costLimit)
                    return FurthestReaching();
            }
        }

        private bool StepForward(bool mayMeet, out SplitPoint split)
        {
            if (_forwardLow > _lowest)
                _forward[_zero + --_forwardLow - 1] = -1;
            else
                _forwardLow++;
            if (_forwardHigh < _highest)
                _forward[_zero + ++_forwardHigh + 1] = -1;
            else
                _forwardHigh--;
            for (var d = _forwardHigh; d >= _forwardLow; d -= 2)
            {
                var from = Math.Max(_forward[_zero + d - 1] + 1, _forward[_zero + d + 1]);
                var i = from;
                while (i < aEnd && i - d < bEnd && _a[i] == _b[i - d])
                    i++;
                _sawLongSnake |= i - from > LongSnake;
                Steps += i - from + 1;
                _forward[_zero + d] = i;
                if (mayMeet && _backwardLow <= d && d <= _backwardHigh && _backward[_zero + d] <= i)
                {
                    split = new SplitPoint(i, i - d, true, true);
                    return true;
                }
            }
            split = default;
            return false;
        }

        private bool StepBackward(bool mayMeet, out SplitPoint split)
        {
            if (_backwardLow > _lowest)
                _backward[_zero + --_backwardLow - 1] = int.MaxValue;
            else
                _backwardLow++;
            if (_backwardHigh < _highest)
                _backward[_zero + ++_backwardHigh + 1] = int.MaxValue;
            else
                _backwardHigh--;
            for (var d = _backwardHigh; d >= _backwardLow; d -= 2)
            {
                var from = Math.Min(_backward[_zero + d - 1], _backward[_zero + d + 1] - 1);
                var i = from;
                while (i > aStart && i - d > bStart && _a[i - 1] == _b[i - d - 1])
                    i--;
                _sawLongSnake |= from - i > LongSnake;
                Steps += from - i + 1;
                _backward[_zero + d] = i;
                if (mayMeet && _forwardLow <= d && d <= _forwardHigh && i <= _forward[_zero + d])
                {
                    split = new SplitPoint(i, i - d, true, true);
                    return true;
                }
            }
            split = default;
            return false;
        }

        // A path is interesting that got far for its cost and has just run along a snake.
        private readonly bool TryInterestingForward(int cost, out SplitPoint split)
        {
            var best = 0;
            split = default;
            for (var d = _forwardHigh; d >= _forwardLow; d -= 2)
            {
                var i = _forward[_zero + d];
                var j = i - d;
                var reach = i - aStart + (j - bStart) - Math.Abs(d - _forwardMiddle);
                var inside = aStart + LongSnake <= i && i < aEnd && bStart + LongSnake <= j && j < bEnd;
                if (reach > InterestFactor * cost && reach > best && inside && IsSnake(i - LongSnake, j - LongSnake))
                    (best, split) = (reach, new SplitPoint(i, j, true, false));
            }
            return best > 0;
        }

        private readonly bool TryInterestingBackward(int cost, out SplitPoint split)
        {
            var best = 0;
            split = default;
            for (var d = _backwardHigh; d >= _backwardLow; d -= 2)
            {
                var i = _backward[_zero + d];
                var j = i - d;
                var reach = aEnd - i + (bEnd - j) - Math.Abs(d - _backwardMiddle);
                var inside = aStart < i && i <= aEnd - LongSnake && bStart < j && j <= bEnd - LongSnake;
                if (reach > InterestFactor * cost && reach > best && inside && IsSnake(i, j))
                    (best, split) = (reach, new SplitPoint(i, j, false, true));
            }
            return best > 0;
        }

        private readonly bool IsSnake(int i, int j) => _a.AsSpan(i, LongSnake).SequenceEqual(_b.AsSpan(j, LongSnake));

        private readonly SplitPoint FurthestReaching()
        {
            var (forwardSum, forwardA) = FurthestForward();
            var (backwardSum, backwardA) = FurthestBackward();
            return aEnd + bEnd - backwardSum < forwardSum - (aStart + bStart)
                ? new SplitPoint(forwardA, forwardSum - forwardA, true, false)
                : new SplitPoint(backwardA, backwardSum - backwardA, false, true);
        }

        private readonly (int Sum, int A) FurthestForward()
        {
            int best = -1, bestA = -1;
            for (var d = _forwardHigh; d >= _forwardLow; d -= 2)
            {
                var i = Math.Min(Math.Min(_forward[_zero + d], aEnd), bEnd + d);
                if (i + i - d > best)
                    (best, bestA) = (i + i - d, i);
            }
            return (best, bestA);
        }

        private readonly (int Sum, int A) FurthestBackward()
        {
            int best = int.MaxValue, bestA = int.MaxValue;
            for (var d = _backwardHigh; d >= _backwardLow; d -= 2)
            {
                var i = Math.Max(Math.Max(aStart, _backward[_zero + d]), bStart + d);
                if (i + i - d < best)
                    (best, bestA) = (i + i - d, i);
            }
            return (best, bestA);
        }
    }
}
