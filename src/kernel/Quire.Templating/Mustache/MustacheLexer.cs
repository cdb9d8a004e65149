using Quire.Templating.Diagnostics;

namespace Quire.Templating.Mustache;

/// <summary>Splits a source into tags and stretches of text, and finds the lines that hold nothing but tags.</summary>
internal sealed class MustacheLexer(string source, DiagnosticBag diagnostics)
{
    private readonly List<MustachePiece> _pieces = [];
    private string _open = "{{";
    private string _close = "}}";

    public List<MustachePiece> Read()
    {
        var position = 0;
        while (position < source.Length)
        {
            var start = source.IndexOf(_open, position, StringComparison.Ordinal);
            AddText(position, start < 0 ? source.Length : start);
            if (start < 0) break;
            position = Tag(start);
            if (position < 0) break;
        }
        MarkLines();
        return _pieces;
    }

    private void AddText(int from, int to)
    {
        while (from < to)
        {
            var newline = source.IndexOf('\n', from, to - from);
            var end = newline < 0 ? to : newline + 1;
            _pieces.Add(new MustachePiece(null, source[from..end], from, end));
            from = end;
        }
    }

    private int Tag(int start)
    {
        var from = start + _open.Length;
        while (from < source.Length && char.IsWhiteSpace(source[from])) from++;
        var sigil = from < source.Length ? source[from] : '\0';
        if (sigil == '{') return Finish(start, from + 1, "}" + _close, MustacheTagKind.Raw);
        if (sigil == '=') return Delimiters(start, from + 1);
        MustacheTagKind? kind = sigil switch
        {
            '#' => MustacheTagKind.Section,
            '^' => MustacheTagKind.Inverted,
            '/' => MustacheTagKind.Close,
            '!' => MustacheTagKind.Comment,
            '>' => MustacheTagKind.Partial,
            '<' => MustacheTagKind.Parent,
            '$' => MustacheTagKind.Block,
            '&' => MustacheTagKind.Raw,
            _ => null,
        };
        return kind is { } known ? Finish(start, from + 1, _close, known) : Finish(start, from, _close, MustacheTagKind.Variable);
    }

    private int Finish(int start, int from, string close, MustacheTagKind kind)
    {
        var end = from > source.Length ? -1 : source.IndexOf(close, from, StringComparison.Ordinal);
        if (end < 0)
        {
            diagnostics.Error(Codes.UnclosedTag, "a tag is not closed", Places.LineOf(source, start), start, 0, $"close it with {close}");
            return -1;
        }
        var text = source[from..end].Trim();
        if (text.Length == 0 && kind != MustacheTagKind.Comment)
            diagnostics.Error(Codes.Syntax, "a tag names nothing", Places.LineOf(source, start), start, 0);
        _pieces.Add(new MustachePiece(kind, text, start, end + close.Length));
        return end + close.Length;
    }

    private int Delimiters(int start, int from)
    {
        var end = source.IndexOf("=" + _close, from, StringComparison.Ordinal);
        var parts = end < 0 ? [] : source[from..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2)
        {
            diagnostics.Error(Codes.Syntax, "a tag that sets delimiters names two", Places.LineOf(source, start), start, 0, "write {{=<% %>=}}");
            return -1;
        }
        var next = end + 1 + _close.Length;
        _pieces.Add(new MustachePiece(MustacheTagKind.Delimiters, "", start, next));
        (_open, _close) = (parts[0], parts[1]);
        return next;
    }

    private void MarkLines()
    {
        for (var i = 0; i < _pieces.Count;)
        {
            var end = i;
            while (end < _pieces.Count && !EndsLine(_pieces[end])) end++;
            if (end < _pieces.Count) end++;
            MarkLine(i, end);
            i = end;
        }
    }

    private static bool EndsLine(MustachePiece piece) => piece.Kind is null && piece.Text.EndsWith('\n');

    private void MarkLine(int from, int to)
    {
        var blanks = _pieces[from].Kind is null && string.IsNullOrWhiteSpace(_pieces[from].Text) ? _pieces[from].Text.TrimEnd('\r', '\n') : "";
        var first = -1;
        for (var i = from; i < to; i++)
        {
            var piece = _pieces[i];
            if (piece.Kind is null && string.IsNullOrWhiteSpace(piece.Text)) continue;
            if (first < 0 && piece.Kind is not null) (piece.Blanks, piece.StartsLine) = (blanks, true);
            if (first < 0) first = i;
        }
        if (!IsOnlyTags(from, to)) return;
        for (var i = from; i < to; i++)
        {
            _pieces[i].IsDropped = true;
            if (_pieces[i].Kind is not null) _pieces[i].Blanks = blanks;
        }
    }

    /// <summary>One tag that prints nothing where it stands; or several that belong to inheritance.</summary>
    private bool IsOnlyTags(int from, int to)
    {
        var tags = new List<MustacheTagKind>();
        var names = new List<string>();
        for (var i = from; i < to; i++)
        {
            var piece = _pieces[i];
            if (piece.Kind is not { } kind)
            {
                if (!string.IsNullOrWhiteSpace(piece.Text)) return false;
                continue;
            }
            if (kind is MustacheTagKind.Variable or MustacheTagKind.Raw) return false;
            tags.Add(kind);
            names.Add(piece.Text);
        }
        if (tags.Count == 1) return true;
        if (tags.Count == 0 || tags.Exists(t => t is not (MustacheTagKind.Parent or MustacheTagKind.Block or MustacheTagKind.Close))) return false;
        return tags.Contains(MustacheTagKind.Parent) || tags[^1] == MustacheTagKind.Block || tags.TrueForAll(t => t == MustacheTagKind.Close);
    }
}
