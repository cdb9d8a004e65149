using System.Buffers;
using System.Globalization;
using System.Text;
using Quire.Versioning.Merging.Renames;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Diffs;

/// <summary>Writes differences as git's unified text, which <c>git apply</c> takes.</summary>
public sealed class PatchWriter
{
    private static readonly byte[] Base85 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"u8.ToArray();

    private readonly IBufferWriter<byte> _output;
    private readonly IObjectSource _source;
    private readonly int _context;

    /// <summary>Writes to a buffer.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="source">Where contents are read from.</param>
    /// <param name="context">How many unchanged lines are shown around a change.</param>
    public PatchWriter(IBufferWriter<byte> output, IObjectSource source, int context = 3)
    {
        _output = output;
        _source = source;
        _context = context;
    }

    /// <summary>The whole text of some differences.</summary>
    public static byte[] Write(IObjectSource source, IEnumerable<FileDiff> diffs, int context = 3)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PatchWriter(output, source, context);
        foreach (var diff in diffs)
            writer.Write(diff);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes one file's difference.</summary>
    public void Write(FileDiff diff)
    {
        if (diff is { Old: { } o, New: { } n } && !o.Mode.SameType(n.Mode))
        {
            Write(new FileDiff(o, null));
            Write(new FileDiff(null, n));
            return;
        }
        var old = Content(diff.Old);
        var @new = Content(diff.New);
        var binary = diff.IsContentChanged && (Similarity.IsBinary(old.Span) || Similarity.IsBinary(@new.Span));
        WriteHeader(diff, old, @new, binary);
        if (binary)
            WriteBinary(old.Span, @new.Span);
        else if (diff.IsContentChanged)
            WriteLines(diff, LineDiff.Compute(old, @new));
    }

    private ReadOnlyMemory<byte> Content(TreeFile? file) => file is { } f ? _source.ReadBlob(f.Id) : default;

    private void WriteHeader(FileDiff diff, ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> @new, bool binary)
    {
        var oldPath = diff.Old?.Path ?? diff.Path;
        Text($"diff --git {Quote("a/" + oldPath)} {Quote("b/" + diff.Path)}\n");
        if (diff.Old is null)
            Text($"new file mode {diff.New!.Value.Mode.ToSixDigits()}\n");
        else if (diff.New is null)
            Text($"deleted file mode {diff.Old.Value.Mode.ToSixDigits()}\n");
        else if (diff.IsModeChanged)
            Text($"old mode {diff.Old.Value.Mode.ToSixDigits()}\nnew mode {diff.New.Value.Mode.ToSixDigits()}\n");
        if (diff.IsRenamed)
            Text($"similarity index {Percent(diff, old.Length, @new.Length)}%\nrename from {Quote(oldPath)}\nrename to {Quote(diff.Path)}\n");
        if (!diff.IsContentChanged)
            return;
        var mode = diff is { Old: { } o, New: not null, IsModeChanged: false } ? " " + o.Mode.ToSixDigits() : "";
        // A binary patch is only taken with whole ids.
        Text($"index {Id(diff.Old, binary)}..{Id(diff.New, binary)}{mode}\n");
    }

    private int Percent(FileDiff diff, int oldLength, int newLength)
    {
        if (!diff.IsContentChanged)
            return 100;
        var score = oldLength == 0 || newLength == 0 ? 0 : new Similarity(_source).Score(diff.Old!.Value, diff.New!.Value, 0);
        return (int)((long)score * 100 / Similarity.Full);
    }

    private static string Id(TreeFile? file, bool whole)
    {
        var id = file?.Id ?? ObjectId.Zero;
        return whole ? id.ToString() : id.Short();
    }

    private void WriteLines(FileDiff diff, LineDiff lines)
    {
        if (lines.Hunks.Count == 0)
            return;
        Text($"--- {(diff.Old is { } o ? QuoteForLine("a/" + o.Path) : "/dev/null")}\n");
        Text($"+++ {(diff.New is { } n ? QuoteForLine("b/" + n.Path) : "/dev/null")}\n");
        foreach (var block in lines.Blocks(_context))
            WriteBlock(lines, block);
    }

    private void WriteBlock(LineDiff lines, DiffBlock block)
    {
        Text($"@@ -{Range(block.OldStart, block.OldCount)} +{Range(block.NewStart, block.NewCount)} @@\n");
        var old = block.OldStart;
        foreach (var hunk in block.Hunks)
        {
            for (; old < hunk.OldStart; old++)
                WriteLine(' ', lines.OldLine(old).Span);
            for (; old < hunk.OldEnd; old++)
                WriteLine('-', lines.OldLine(old).Span);
            for (var line = hunk.NewStart; line < hunk.NewEnd; line++)
                WriteLine('+', lines.NewLine(line).Span);
        }
        for (; old < block.OldStart + block.OldCount; old++)
            WriteLine(' ', lines.OldLine(old).Span);
    }

    // Lines count from 1; a range without lines names the line before it.
    private static string Range(int start, int count)
    {
        var first = count == 0 ? start : start + 1;
        return count == 1 ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first},{count}");
    }

    private void WriteLine(char sign, ReadOnlySpan<byte> line)
    {
        _output.Write([(byte)sign]);
        _output.Write(line);
        if (!line.EndsWith("\n"u8))
            _output.Write("\n\\ No newline at end of file\n"u8);
    }

    private void WriteBinary(ReadOnlySpan<byte> old, ReadOnlySpan<byte> @new)
    {
        Text("GIT binary patch\n");
        WriteLiteral(@new);
        WriteLiteral(old);
    }

    private void WriteLiteral(ReadOnlySpan<byte> content)
    {
        Text($"literal {content.Length}\n");
        var rest = Zlib.Compress(content).AsSpan();
        while (!rest.IsEmpty)
        {
            var count = Math.Min(52, rest.Length);
            _output.Write([(byte)(count <= 26 ? 'A' + count - 1 : 'a' + count - 27)]);
            WriteBase85(rest[..count]);
            Text("\n");
            rest = rest[count..];
        }
        Text("\n");
    }

    private void WriteBase85(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digits = stackalloc byte[5];
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(4, bytes.Length)..])
        {
            uint value = 0;
            for (var i = 0; i < 4; i++)
                value = (value << 8) | (i < bytes.Length ? bytes[i] : 0u);
            for (var i = 4; i >= 0; i--, value /= 85)
                digits[i] = Base85[value % 85];
            _output.Write(digits);
        }
    }

    // A tab ends the name where a blank in it could be taken for the end.
    private static string QuoteForLine(string path)
    {
        var quoted = Quote(path);
        return quoted.Contains(' ') && quoted[0] != '"' ? quoted + "\t" : quoted;
    }

    private static string Quote(string path)
    {
        var text = GitPath.IsText(path);
        if (text && !path.AsSpan().ContainsAny("\"\\") && !path.Any(char.IsControl))
            return path;
        var quoted = new StringBuilder("\"");
        foreach (var b in GitPath.Encode(path))
        {
            if (b is (byte)'"' or (byte)'\\')
                quoted.Append('\\').Append((char)b);
            else if (b is < 0x20 or >= 0x7F)
                quoted.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0'));
            else
                quoted.Append((char)b);
        }
        return quoted.Append('"').ToString();
    }

    private void Text(string text) => _output.Write(Encoding.UTF8.GetBytes(text));
}
