using System.Buffers;
using System.Text;
using Quire.Versioning.Diffs.Lines;

namespace Quire.Versioning.Merging.Files;

/// <summary>Writes a merged text with conflict markers. Markers end their lines as the text around them does.</summary>
internal sealed class MergeWriter
{
    private readonly MergeTexts _texts;
    private readonly FileMergeOptions _options;
    private readonly ArrayBufferWriter<byte> _output;

    public MergeWriter(MergeTexts texts, FileMergeOptions options)
    {
        _texts = texts;
        _options = options;
        _output = new ArrayBufferWriter<byte>(texts.Ours.Text.Length + texts.Theirs.Text.Length - Math.Min(texts.Ours.Text.Length, texts.Theirs.Text.Length) + 256);
    }

    public ReadOnlyMemory<byte> Write(List<MergeRegion> regions)
    {
        var line = 0;
        foreach (var region in regions)
        {
            Copy(_texts.Ours, line, region.OursStart);
            if (region.IsConflict)
                WriteConflict(region);
            else if (region.Kind == MergeChunkKind.Theirs)
                Copy(_texts.Theirs, region.TheirsStart, region.TheirsEnd);
            else
                Copy(_texts.Ours, region.OursStart, region.OursEnd);
            line = region.OursEnd;
        }
        Copy(_texts.Ours, line, _texts.Ours.Count);
        return _output.WrittenMemory;
    }

    private void WriteConflict(MergeRegion region)
    {
        var lineEnd = NeedsCarriageReturn(region) ? "\r\n"u8 : "\n"u8;
        WriteMarker('<', _options.Labels.Ours, lineEnd);
        CopyWithLineEnd(_texts.Ours, region.OursStart, region.OursEnd, lineEnd);
        if (_options.Style == MergeStyle.Diff3)
        {
            WriteMarker('|', _options.Labels.Base, lineEnd);
            CopyWithLineEnd(_texts.Base, region.BaseStart, region.BaseEnd, lineEnd);
        }
        WriteMarker('=', "", lineEnd);
        CopyWithLineEnd(_texts.Theirs, region.TheirsStart, region.TheirsEnd, lineEnd);
        WriteMarker('>', _options.Labels.Theirs, lineEnd);
    }

    private void WriteMarker(char marker, string label, ReadOnlySpan<byte> lineEnd)
    {
        _output.GetSpan(_options.MarkerSize)[.._options.MarkerSize].Fill((byte)marker);
        _output.Advance(_options.MarkerSize);
        if (label.Length > 0)
            _output.Write(Encoding.UTF8.GetBytes(" " + label));
        _output.Write(lineEnd);
    }

    private void Copy(LineFile file, int start, int end)
    {
        if (end > start)
            _output.Write(file.Lines(start, end - start).Span);
    }

    private void CopyWithLineEnd(LineFile file, int start, int end, ReadOnlySpan<byte> lineEnd)
    {
        Copy(file, start, end);
        if (end > start && !file.Line(end - 1).EndsWith("\n"u8))
            _output.Write(lineEnd);
    }

    // The lines before the conflict decide on either side, then the first line of the base.
    private bool NeedsCarriageReturn(MergeRegion region)
    {
        var style = StyleAt(_texts.Ours, Math.Max(0, region.OursStart - 1));
        if (style != LineEndStyle.LineFeed)
            style = StyleAt(_texts.Theirs, Math.Max(0, region.TheirsStart - 1));
        if (style != LineEndStyle.LineFeed)
            style = StyleAt(_texts.Base, 0);
        return style == LineEndStyle.CarriageReturn;
    }

    private static LineEndStyle StyleAt(LineFile file, int line)
    {
        if (file.Count == 0)
            return LineEndStyle.Unknown;
        if (!file.Line(line).EndsWith("\n"u8))
        {
            // Only the last line may lack its end; the one before it tells.
            if (line == 0)
                return LineEndStyle.Unknown;
            line--;
        }
        return file.Line(line).EndsWith("\r\n"u8) ? LineEndStyle.CarriageReturn : LineEndStyle.LineFeed;
    }

    private enum LineEndStyle
    {
        Unknown,
        LineFeed,
        CarriageReturn,
    }
}
