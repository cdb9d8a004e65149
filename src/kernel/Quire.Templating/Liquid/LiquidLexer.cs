using Quire.Templating.Diagnostics;
using Quire.Templating.Jinja;

namespace Quire.Templating.Liquid;

/// <summary>Splits a source into text, outputs and tags, with whitespace control applied to the text.</summary>
internal sealed class LiquidLexer(string source, DiagnosticBag diagnostics)
{
    private readonly List<LiquidToken> _tokens = [];
    private int _counted;
    private int _line = 1;
    private bool _trimsNext;

    public List<LiquidToken> Read()
    {
        var position = 0;
        while (position < source.Length)
        {
            var start = Next(position);
            var trims = start >= 0 && start + 2 < source.Length && source[start + 2] == '-';
            Text(position, start < 0 ? source.Length : start, trims);
            if (start < 0) break;
            position = source[start + 1] == '%' ? Tag(start, trims) : Output(start, trims);
            if (position < 0) break;
        }
        return _tokens;
    }

    private int Next(int from)
    {
        while (true)
        {
            var at = source.IndexOf('{', from);
            if (at < 0 || at + 1 >= source.Length) return -1;
            if (source[at + 1] is '{' or '%') return at;
            from = at + 1;
        }
    }

    private void Text(int from, int to, bool trimsEnd)
    {
        if (_trimsNext)
            while (from < to && PythonCharacters.IsSpace(source[from])) from++;
        _trimsNext = false;
        if (trimsEnd)
            while (to > from && PythonCharacters.IsSpace(source[to - 1])) to--;
        if (to > from) _tokens.Add(new LiquidToken(LiquidTokenKind.Text, source[from..to], LineAt(from), from, to));
    }

    private int Output(int start, bool trims)
    {
        var from = start + (trims ? 3 : 2);
        var end = source.IndexOf("}}", from, StringComparison.Ordinal);
        if (end < 0) return Unclosed(start, "}}");
        var to = end > from && source[end - 1] == '-' ? end - 1 : end;
        _trimsNext = to < end;
        _tokens.Add(new LiquidToken(LiquidTokenKind.Output, source[from..to], LineAt(start), from, to));
        return end + 2;
    }

    private int Tag(int start, bool trims)
    {
        var from = start + (trims ? 3 : 2);
        var end = source.IndexOf("%}", from, StringComparison.Ordinal);
        if (end < 0) return Unclosed(start, "%}");
        var to = end > from && source[end - 1] == '-' ? end - 1 : end;
        _trimsNext = to < end;
        var text = source[from..to];
        var name = text.Trim();
        if (name is "raw" or "doc") return Verbatim(start, end + 2, name, from);
        _tokens.Add(new LiquidToken(LiquidTokenKind.Tag, text, LineAt(start), from, to));
        return end + 2;
    }

    /// <summary>Text up to the end tag, whatever it looks like.</summary>
    private int Verbatim(int start, int bodyStart, string name, int from)
    {
        for (var at = source.IndexOf("{%", bodyStart, StringComparison.Ordinal); at >= 0; at = source.IndexOf("{%", at + 2, StringComparison.Ordinal))
        {
            var i = at + 2;
            var trimsBefore = i < source.Length && source[i] == '-';
            if (trimsBefore) i++;
            while (i < source.Length && PythonCharacters.IsSpace(source[i])) i++;
            if (string.CompareOrdinal(source, i, "end" + name, 0, name.Length + 3) != 0) continue;
            i += name.Length + 3;
            while (i < source.Length && PythonCharacters.IsSpace(source[i])) i++;
            var trimsAfter = i < source.Length && source[i] == '-';
            if (trimsAfter) i++;
            if (string.CompareOrdinal(source, i, "%}", 0, 2) != 0) continue;
            if (name == "raw") Text(bodyStart, at, trimsBefore);
            else _tokens.Add(new LiquidToken(LiquidTokenKind.Tag, "# doc", LineAt(start), from, from));
            _trimsNext = trimsAfter;
            return i + 2;
        }
        diagnostics.Error(Codes.UnclosedBlock, $"'{name}' tag was never closed", LineAt(start), start, 0, $"close it with {{% end{name} %}}");
        return -1;
    }

    private int Unclosed(int start, string close)
    {
        diagnostics.Error(Codes.UnclosedTag, "a tag is not closed", LineAt(start), start, 0, $"close it with {close}");
        return -1;
    }

    private int LineAt(int position)
    {
        for (; _counted < position; _counted++)
            if (source[_counted] == '\n' || (source[_counted] == '\r' && (_counted + 1 >= source.Length || source[_counted + 1] != '\n'))) _line++;
        return _line;
    }
}
