using Quire.Versioning.Diffs;
using Quire.Versioning.Diffs.Lines;

namespace Quire.Versioning.Merging.Files;

/// <summary>
/// Finds the regions of a three-way merge: the changes of both sides laid over the base. Changes that overlap or touch make a conflict unless
/// they are the same. A conflict is then narrowed to the lines that differ, and conflicts with at most three common lines between them
/// become one, since that reads better: what git calls "zealous".
/// </summary>
internal sealed class RegionFinder
{
    private const int MaxGapBetweenConflicts = 3;

    private readonly LineFile _ours;
    private readonly LineFile _theirs;
    private readonly int _classCount;
    private readonly List<DiffHunk> _ourHunks;
    private readonly List<DiffHunk> _theirHunks;
    private readonly List<MergeRegion> _regions = [];

    private RegionFinder(LineFile ours, LineFile theirs, int classCount, List<DiffHunk> ourHunks, List<DiffHunk> theirHunks)
    {
        _ours = ours;
        _theirs = theirs;
        _classCount = classCount;
        _ourHunks = ourHunks;
        _theirHunks = theirHunks;
    }

    /// <summary>The regions in order.</summary>
    public static List<MergeRegion> Find(LineFile ours, LineFile theirs, int classCount, List<DiffHunk> ourHunks, List<DiffHunk> theirHunks, FileMergeOptions options)
    {
        var finder = new RegionFinder(ours, theirs, classCount, ourHunks, theirHunks);
        finder.Overlay();
        return options.Style == MergeStyle.Diff3 ? finder._regions : JoinNear(finder.Narrow(options.Algorithm));
    }

    private void Overlay()
    {
        int i = 0, j = 0;
        // How far lines of the base stand from the same lines of a side, after the hunks passed so far.
        int ourShift = 0, theirShift = 0;
        while (i < _ourHunks.Count || j < _theirHunks.Count)
        {
            var mine = i < _ourHunks.Count ? _ourHunks[i] : new DiffHunk(int.MaxValue, 0, 0, 0);
            var yours = j < _theirHunks.Count ? _theirHunks[j] : new DiffHunk(int.MaxValue, 0, 0, 0);
            if (mine.OldEnd < yours.OldStart)
            {
                AddOneSided(MergeChunkKind.Ours, mine, theirShift);
                (ourShift, i) = (mine.NewEnd - mine.OldEnd, i + 1);
                continue;
            }
            if (yours.OldEnd < mine.OldStart)
            {
                AddOneSided(MergeChunkKind.Theirs, yours, ourShift);
                (theirShift, j) = (yours.NewEnd - yours.OldEnd, j + 1);
                continue;
            }
            if (!IsSame(mine, yours))
                AddConflict(mine, yours);
            if (mine.OldEnd >= yours.OldEnd)
                (theirShift, j) = (yours.NewEnd - yours.OldEnd, j + 1);
            if (yours.OldEnd >= mine.OldEnd)
                (ourShift, i) = (mine.NewEnd - mine.OldEnd, i + 1);
        }
    }

    private void AddOneSided(MergeChunkKind kind, DiffHunk hunk, int otherShift)
    {
        var (otherStart, otherEnd) = (hunk.OldStart + otherShift, hunk.OldEnd + otherShift);
        Append(kind == MergeChunkKind.Ours
            ? new MergeRegion(kind, hunk.OldStart, hunk.OldEnd, hunk.NewStart, hunk.NewEnd, otherStart, otherEnd)
            : new MergeRegion(kind, hunk.OldStart, hunk.OldEnd, otherStart, otherEnd, hunk.NewStart, hunk.NewEnd));
    }

    private void AddConflict(DiffHunk mine, DiffHunk yours)
    {
        var start = Math.Min(mine.OldStart, yours.OldStart);
        var end = Math.Max(mine.OldEnd, yours.OldEnd);
        Append(new MergeRegion(
            MergeChunkKind.Conflict,
            start,
            end,
            mine.NewStart - (mine.OldStart - start),
            mine.NewEnd + (end - mine.OldEnd),
            yours.NewStart - (yours.OldStart - start),
            yours.NewEnd + (end - yours.OldEnd)));
    }

    private void Append(MergeRegion region)
    {
        if (_regions.Count > 0 && (region.OursStart <= _regions[^1].OursEnd || region.TheirsStart <= _regions[^1].TheirsEnd))
            _regions[^1].Extend(region);
        else
            _regions.Add(region);
    }

    private bool IsSame(DiffHunk mine, DiffHunk yours) =>
        mine.OldStart == yours.OldStart && mine.OldCount == yours.OldCount && mine.NewCount == yours.NewCount
        && _ours.Classes.AsSpan(mine.NewStart, mine.NewCount).SequenceEqual(_theirs.Classes.AsSpan(yours.NewStart, yours.NewCount));

    private List<MergeRegion> Narrow(DiffAlgorithm algorithm)
    {
        if (!_regions.Exists(r => r.IsConflict))
            return _regions;
        var narrowed = new List<MergeRegion>(_regions.Count);
        var matcher = new LineMatcher(_ours, _theirs, _classCount);
        foreach (var region in _regions)
        {
            if (!region.IsConflict || region.OursStart == region.OursEnd || region.TheirsStart == region.TheirsEnd)
            {
                narrowed.Add(region);
                continue;
            }
            var range = new LineRange(region.OursStart, region.OursEnd, region.TheirsStart, region.TheirsEnd);
            var hunks = matcher.Match(range, algorithm, false);
            if (hunks.Count == 0)
            {
                // The sides agree after all. The region stays, and keeps conflicts around it apart.
                region.Kind = MergeChunkKind.Same;
                narrowed.Add(region);
            }
            for (var i = 0; i < hunks.Count; i++)
                narrowed.Add(Part(region, hunks[i], i == 0, i == hunks.Count - 1));
        }
        return narrowed;
    }

    private MergeRegion Part(MergeRegion whole, DiffHunk part, bool isFirst, bool isLast)
    {
        var start = isFirst ? whole.BaseStart : Math.Clamp(BaseLineOf(part.OldStart, false), whole.BaseStart, whole.BaseEnd);
        var end = isLast ? whole.BaseEnd : Math.Clamp(BaseLineOf(part.OldEnd, true), start, whole.BaseEnd);
        return new MergeRegion(MergeChunkKind.Conflict, start, end, part.OldStart, part.OldEnd, part.NewStart, part.NewEnd);
    }

    // Inside a hunk there is no counterpart: the nearest border is taken.
    private int BaseLineOf(int ourLine, bool isEnd)
    {
        int low = 0, high = _ourHunks.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ourHunks[middle].NewStart <= ourLine)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == 0)
            return ourLine;
        var hunk = _ourHunks[low - 1];
        if (ourLine >= hunk.NewEnd)
            return ourLine - hunk.NewEnd + hunk.OldEnd;
        return isEnd && ourLine > hunk.NewStart ? hunk.OldEnd : hunk.OldStart;
    }

    private static List<MergeRegion> JoinNear(List<MergeRegion> regions)
    {
        var joined = new List<MergeRegion>(regions.Count);
        foreach (var region in regions)
        {
            var last = joined.Count > 0 ? joined[^1] : null;
            if (last is { IsConflict: true } && region.IsConflict && region.OursStart - last.OursEnd <= MaxGapBetweenConflicts)
                last.Extend(region);
            else
                joined.Add(region);
        }
        return joined;
    }
}
