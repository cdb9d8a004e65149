namespace Quire.Versioning.Diffs.Lines;

/// <summary>A text cut into lines, each with the number of its equivalence class: two lines are equal where their numbers are.</summary>
internal sealed class LineFile
{
    private readonly int[] _starts;

    public LineFile(ReadOnlyMemory<byte> text, int[] starts, int[] classes, int count)
    {
        Text = text;
        _starts = starts;
        Classes = classes;
        Count = count;
    }

    /// <summary>The whole text.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The class of each line; longer than <see cref="Count"/> where space was left.</summary>
    public int[] Classes { get; }

    /// <summary>The number of lines; a last line without line feed counts.</summary>
    public int Count { get; }

    /// <summary>One line with its line feed, where it has one.</summary>
    public ReadOnlySpan<byte> Line(int index) => Text.Span[_starts[index].._starts[index + 1]];

    /// <summary>Some lines in a row.</summary>
    public ReadOnlyMemory<byte> Lines(int first, int count) => Text[_starts[first].._starts[first + count]];

    /// <summary>The offset of a line's first byte; the text's length for the line after the last.</summary>
    public int Offset(int index) => _starts[index];
}
