using Quire.Versioning.Diffs.Lines;

namespace Quire.Versioning.Diffs;

/// <summary>What changed between two texts, line by line. Lines end with a line feed, which belongs to them; the last may have none.</summary>
public sealed class LineDiff
{
    private readonly LineFile _old;
    private readonly LineFile _new;

    private LineDiff(LineFile old, LineFile @new, IReadOnlyList<DiffHunk> hunks)
    {
        _old = old;
        _new = @new;
        Hunks = hunks;
    }

    /// <summary>The changes in order. Between two hunks stands at least one line that both texts have.</summary>
    public IReadOnlyList<DiffHunk> Hunks { get; }

    /// <summary>The number of lines of the old text.</summary>
    public int OldCount => _old.Count;

    /// <summary>The number of lines of the new text.</summary>
    public int NewCount => _new.Count;

    /// <summary>How many lines came.</summary>
    public int Added => Hunks.Sum(h => h.NewCount);

    /// <summary>How many lines went.</summary>
    public int Removed => Hunks.Sum(h => h.OldCount);

    /// <summary>Compares two texts. The time is bounded: for hostile texts the answer is right, but not the shortest.</summary>
    public static LineDiff Compute(ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> @new, LineDiffOptions? options = null)
    {
        options ??= LineDiffOptions.Default;
        var table = new LineTable(old.Length + (@new.Length / 8));
        var oldFile = table.Add(old);
        var newFile = table.Add(@new);
        var whole = new LineRange(0, oldFile.Count, 0, newFile.Count);
        return new LineDiff(oldFile, newFile, new LineMatcher(oldFile, newFile, table.ClassCount).Match(whole, options.Algorithm, options.IndentHeuristic));
    }

    /// <summary>A line of the old text with its line end.</summary>
    /// <param name="index">Its number, counted from 0.</param>
    public ReadOnlyMemory<byte> OldLine(int index) => _old.Lines(index, 1);

    /// <summary>A line of the new text with its line end.</summary>
    /// <param name="index">Its number, counted from 0.</param>
    public ReadOnlyMemory<byte> NewLine(int index) => _new.Lines(index, 1);

    /// <summary>The hunks in groups that show together: those with at most twice the context between them.</summary>
    /// <param name="context">How many unchanged lines are shown around a change; 3 by default.</param>
    public IReadOnlyList<DiffBlock> Blocks(int context = 3)
    {
        var blocks = new List<DiffBlock>();
        for (var first = 0; first < Hunks.Count;)
        {
            var last = first;
            while (last + 1 < Hunks.Count && Hunks[last + 1].OldStart - Hunks[last].OldEnd <= 2L * context)
                last++;
            var before = Math.Min(context, Hunks[first].OldStart);
            var after = Math.Min(context, OldCount - Hunks[last].OldEnd);
            var start = (Old: Hunks[first].OldStart - before, New: Hunks[first].NewStart - before);
            blocks.Add(new DiffBlock(start.Old, Hunks[last].OldEnd + after - start.Old, start.New, Hunks[last].NewEnd + after - start.New, [.. Hunks.Skip(first).Take(last - first + 1)]));
            first = last + 1;
        }
        return blocks;
    }

    /// <summary>The new text, made of the old one and the hunks' lines.</summary>
    public byte[] Apply()
    {
        var result = new MemoryStream();
        var line = 0;
        foreach (var hunk in Hunks)
        {
            result.Write(_old.Lines(line, hunk.OldStart - line).Span);
            result.Write(_new.Lines(hunk.NewStart, hunk.NewCount).Span);
            line = hunk.OldEnd;
        }
        result.Write(_old.Lines(line, _old.Count - line).Span);
        return result.ToArray();
    }
}
