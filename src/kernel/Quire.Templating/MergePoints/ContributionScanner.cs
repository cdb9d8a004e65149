using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;

namespace Quire.Templating.MergePoints;

/// <summary>A plain scan for contribution blocks; bodies are handed to the front-end of their dialect with their own place in the file.</summary>
internal sealed class ContributionScanner(string source, Dialect dialect, TemplateOptions options, DiagnosticBag diagnostics)
{
    private const string Opening = "contribute";
    private const string Closing = "endcontribute";
    private readonly List<ContributionBlock> _blocks = [];
    private readonly List<Diagnostic> _bodies = [];
    private int _position;
    private int _counted;
    private int _line = 1;
    private int _lineStart;

    public ContributionParseResult Run()
    {
        while (SkipBlank())
        {
            var start = _position;
            if (TryTag(Opening, out var tag)) Block(start, tag);
            else Outside(start);
            if (diagnostics.IsFull) break;
        }
        List<Diagnostic> all = [.. diagnostics.All, .. _bodies];
        return new ContributionParseResult(_blocks, [.. all.OrderBy(d => d.Line).ThenBy(d => d.Column)]);
    }

    private bool SkipBlank()
    {
        while (_position < source.Length && char.IsWhiteSpace(source[_position])) _position++;
        return _position < source.Length;
    }

    /// <summary>Text between blocks: one error for the whole run up to the next block.</summary>
    private void Outside(int start)
    {
        var next = start + 1;
        while (next < source.Length)
        {
            next = source.IndexOf("{%", next, StringComparison.Ordinal);
            if (next < 0) next = source.Length;
            _position = next;
            if (next == source.Length || TryTag(Opening, out _)) break;
            next++;
        }
        _position = Math.Min(next, source.Length);
        Error(Codes.TextOutsideContribution, "a contribution consists of contribute blocks and nothing else", start, "put the text into {% contribute \"name\" %}…{% endcontribute %}");
    }

    private void Block(int start, in Tag tag)
    {
        var (name, locked) = Header(start, tag);
        var from = tag.End;
        if (tag.TrimsAfter)
            while (from < source.Length && char.IsWhiteSpace(source[from])) from++;
        if (!FindEnd(from, out var close, out var closeStart))
        {
            Error(Codes.UnclosedContribution, $"the block for '{name}' is not closed", start, "close it with {% endcontribute %}");
            _position = source.Length;
            return;
        }
        var to = closeStart;
        if (close.TrimsBefore)
            while (to > from && char.IsWhiteSpace(source[to - 1])) to--;
        _position = close.End;
        if (name is null) return;
        var (line, column) = Place(from);
        var parsed = Template.Parse(source[from..to], options with { Dialect = dialect, BaseLine = line, BaseColumn = column, KeepTrailingNewline = true });
        _bodies.AddRange(parsed.Diagnostics);
        if (parsed.Template is null) return;
        var (blockLine, blockColumn) = Places.Of(source, options, start);
        _blocks.Add(new ContributionBlock { MergePoint = name, Locked = locked, Body = parsed.Template, Line = blockLine, Column = blockColumn });
    }

    private (string? Name, bool Locked) Header(int start, in Tag tag)
    {
        var rest = source.AsSpan(tag.WordsStart, tag.WordsEnd - tag.WordsStart).Trim();
        if (rest.Length < 2 || rest[0] is not ('"' or '\'') || rest[1..].IndexOf(rest[0]) is not (> 0 and var end))
        {
            Error(Codes.ContributionName, "a contribute block names its merge point", start, "write {% contribute \"name\" %}");
            return (null, false);
        }
        var name = rest.Slice(1, end).ToString();
        var locked = false;
        foreach (var word in rest[(end + 2)..].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "locked") locked = true;
            else Error(Codes.ContributionAttribute, $"a contribute block has no attribute '{word}'", start, Suggestions.Hint(word, ["locked"]) ?? "there is only `locked`");
        }
        return (name, locked);
    }

    private bool FindEnd(int from, out Tag close, out int start)
    {
        var saved = _position;
        for (start = source.IndexOf("{%", from, StringComparison.Ordinal); start >= 0; start = source.IndexOf("{%", start + 2, StringComparison.Ordinal))
        {
            _position = start;
            if (TryTag(Closing, out close)) return true;
        }
        _position = saved;
        close = default;
        return false;
    }

    /// <summary>A tag of the given word at the position; its words are what stands between the word and the end.</summary>
    private bool TryTag(string word, out Tag tag)
    {
        tag = default;
        var i = _position;
        if (string.CompareOrdinal(source, i, "{%", 0, 2) != 0) return false;
        i += 2;
        var before = i < source.Length && source[i] == '-';
        if (before) i++;
        while (i < source.Length && char.IsWhiteSpace(source[i])) i++;
        if (string.CompareOrdinal(source, i, word, 0, word.Length) != 0) return false;
        i += word.Length;
        if (i < source.Length && (char.IsLetterOrDigit(source[i]) || source[i] == '_')) return false;
        var end = EndOfTag(i);
        if (end < 0) return false;
        var after = source[end - 1] == '-' && end - 1 >= i;
        tag = new Tag(i, after ? end - 1 : end, end + 2, before, after);
        return true;
    }

    /// <summary>Where <c>%}</c> stands, outside of quotes.</summary>
    private int EndOfTag(int i)
    {
        var quote = '\0';
        for (; i + 1 < source.Length; i++)
        {
            var c = source[i];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'') quote = c;
            else if (c == '%' && source[i + 1] == '}') return i;
        }
        return -1;
    }

    private (int Line, int Column) Place(int position)
    {
        for (; _counted < position; _counted++)
        {
            if (source[_counted] != '\n' && (source[_counted] != '\r' || (_counted + 1 < source.Length && source[_counted + 1] == '\n'))) continue;
            _line++;
            _lineStart = _counted + 1;
        }
        return (_line + options.BaseLine - 1, position - _lineStart + 1 + (_line == 1 ? options.BaseColumn - 1 : 0));
    }

    private void Error(string code, string message, int position, string? hint) =>
        diagnostics.Error(code, message, Places.LineOf(source, position), position, 0, hint);

    private readonly record struct Tag(int WordsStart, int WordsEnd, int End, bool TrimsBefore, bool TrimsAfter);
}
