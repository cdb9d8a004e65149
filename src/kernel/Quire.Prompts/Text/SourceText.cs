namespace Quire.Prompts.Text;

/// <summary>A file's text with its lines, so that findings can show what they mean.</summary>
internal sealed class SourceText
{
    private const int Window = 120;

    private readonly string _text;
    private readonly Lazy<List<int>> _lines;

    public SourceText(string text)
    {
        _text = text;
        _lines = new(FindLines);
    }

    /// <summary>The line with carets below <paramref name="column"/>; null where there is no such line.</summary>
    public string? Excerpt(int line, int column, int length)
    {
        if (line < 1 || line > _lines.Value.Count)
            return null;
        var start = _lines.Value[line - 1];
        var end = line < _lines.Value.Count ? _lines.Value[line] : _text.Length;
        var content = _text.AsSpan(start, end - start).TrimEnd("\r\n");
        var mark = Math.Clamp(column - 1, 0, content.Length);
        var from = Math.Max(0, Math.Min(mark - (Window / 2), content.Length - Window));
        var shown = content.Slice(from, Math.Min(Window, content.Length - from)).ToString().Replace('\t', ' ');
        var carets = Math.Clamp(length, 1, Math.Max(1, shown.Length - (mark - from)));
        return $"{shown}\n{new string(' ', mark - from)}{new string('^', carets)}";
    }

    private List<int> FindLines()
    {
        var lines = new List<int> { 0 };
        for (var i = _text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = _text.IndexOf('\n', i + 1))
            lines.Add(i + 1);
        return lines;
    }
}
