using System.Text;
using Quire.Versioning.Diffs;
using Quire.Versioning.Diffs.Words;

namespace Quire.Core.Diffing;

/// <summary>Shows a difference of lines with the words that changed inside them.</summary>
internal sealed class LineSections(LineDiff diff)
{
    private const int MaxWordText = 64 * 1024;

    /// <summary>The sections.</summary>
    public IReadOnlyList<DiffSection> Make(int context) =>
        [.. diff.Blocks(context).Select(block => new DiffSection(block.OldStart + 1, block.NewStart + 1, [.. Lines(block)]))];

    private IEnumerable<DiffLine> Lines(DiffBlock block)
    {
        var at = block.OldStart;
        foreach (var hunk in block.Hunks)
        {
            for (; at < hunk.OldStart; at++)
                yield return Line("same", diff.OldLine(at));
            foreach (var line in Changed(hunk))
                yield return line;
            at = hunk.OldEnd;
        }
        for (; at < block.OldStart + block.OldCount; at++)
            yield return Line("same", diff.OldLine(at));
    }

    private IEnumerable<DiffLine> Changed(DiffHunk hunk)
    {
        DiffLine[] old = [.. Enumerable.Range(hunk.OldStart, hunk.OldCount).Select(i => Line("removed", diff.OldLine(i)))];
        DiffLine[] @new = [.. Enumerable.Range(hunk.NewStart, hunk.NewCount).Select(i => Line("added", diff.NewLine(i)))];
        if (old.Length > 0 && @new.Length > 0 && old.Concat(@new).Sum(line => (long)line.Text.Length) <= MaxWordText)
        {
            var words = WordDiff.Compute(Join(old), Join(@new));
            Mark(old, words.Old);
            Mark(@new, words.New);
        }
        return [.. old, .. @new];
    }

    private static string Join(DiffLine[] lines) => string.Join('\n', lines.Select(line => line.Text));

    // Spans run over line ends; each line gets its part. Both are in order, so one pass is enough.
    private static void Mark(DiffLine[] lines, IReadOnlyList<WordSpan> spans)
    {
        var (start, next) = (0, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            var end = start + lines[i].Text.Length;
            var words = new List<DiffWord>();
            while (next < spans.Count && spans[next].Start < end)
            {
                var span = spans[next];
                var (from, to) = (Math.Max(span.Start, start), Math.Min(span.Start + span.Length, end));
                if (span.IsChanged && to > from)
                    words.Add(new DiffWord(from - start, to - from));
                if (span.Start + span.Length > end)
                    break;
                next++;
            }
            lines[i] = lines[i] with { Words = words };
            start = end + 1;
        }
    }

    private static DiffLine Line(string kind, ReadOnlyMemory<byte> line)
    {
        var ends = line.Length > 0 && line.Span[^1] == (byte)'\n';
        return new DiffLine(kind, Encoding.UTF8.GetString(ends ? line.Span[..^1] : line.Span)) { NoNewline = !ends };
    }
}
