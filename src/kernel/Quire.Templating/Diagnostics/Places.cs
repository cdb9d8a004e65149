namespace Quire.Templating.Diagnostics;

/// <summary>Turns a line and an offset of a source into the diagnostic of a file.</summary>
internal static class Places
{
    private const int LongestExcerpt = 160;

    public static Diagnostic At(string source, TemplateOptions options, Severity severity, string code, string message, int line, int position, int length, string? hint)
    {
        var (start, end) = LineAt(source, line);
        var column = position >= start && position <= end ? position - start : FirstColumn(source, start, end);
        var marked = Math.Max(1, Math.Min(length == 0 ? TokenLength(source, start + column, end) : length, end - start - column));
        return new Diagnostic
        {
            Code = code,
            Severity = severity,
            Message = message,
            File = options.Name,
            Line = line + options.BaseLine - 1,
            Column = column + 1 + (line == 1 ? options.BaseColumn - 1 : 0),
            Length = marked,
            Excerpt = Excerpt(source[start..end], column, marked),
            Hint = hint,
        };
    }

    /// <summary>The line (from 1) and column (from 1) of an offset, in the file.</summary>
    public static (int Line, int Column) Of(string source, TemplateOptions options, int position)
    {
        var line = LineOf(source, position);
        var (start, _) = LineAt(source, line);
        return (line + options.BaseLine - 1, position - start + 1 + (line == 1 ? options.BaseColumn - 1 : 0));
    }

    /// <summary>The line of an offset, from 1, where a line ends with LF, CR LF or CR.</summary>
    public static int LineOf(string source, int position)
    {
        var line = 1;
        for (var i = 0; i < position && i < source.Length; i++)
            if (source[i] == '\n' || (source[i] == '\r' && (i + 1 >= source.Length || source[i + 1] != '\n'))) line++;
        return line;
    }

    private static (int Start, int End) LineAt(string source, int line)
    {
        var start = 0;
        for (var i = 0; i < source.Length && line > 1; i++)
        {
            if (source[i] != '\n' && (source[i] != '\r' || (i + 1 < source.Length && source[i + 1] == '\n'))) continue;
            line--;
            start = i + 1;
        }
        var end = source.AsSpan(start).IndexOfAny('\r', '\n');
        return (start, end < 0 ? source.Length : start + end);
    }

    private static int FirstColumn(string source, int start, int end)
    {
        var column = start;
        while (column < end && source[column] is ' ' or '\t') column++;
        return (column == end ? start : column) - start;
    }

    private static int TokenLength(string source, int from, int end)
    {
        var i = from;
        while (i < end && (char.IsLetterOrDigit(source[i]) || source[i] == '_')) i++;
        return Math.Max(1, i - from);
    }

    private static string Excerpt(string line, int column, int length)
    {
        var from = column > LongestExcerpt - 40 ? column - 40 : 0;
        var shown = line.Substring(from, Math.Min(LongestExcerpt, line.Length - from)).Replace('\t', ' ');
        var room = Math.Max(1, Math.Min(length, shown.Length - (column - from)));
        return $"{shown}\n{new string(' ', column - from)}{new string('^', room)}";
    }
}
