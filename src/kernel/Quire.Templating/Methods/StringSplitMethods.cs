using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Jinja;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary><c>split</c>, <c>rsplit</c>, <c>splitlines</c>, <c>partition</c>, <c>rpartition</c>, <c>join</c>.</summary>
internal static class StringSplitMethods
{
    public static readonly Definition[] All =
    [
        new("split", ["sep?", "maxsplit?"], static (c, in v, in a) => Split(c, v, a.Or(0, Value.None), a.Or(1, Value.Number(-1)), fromEnd: false)),
        new("rsplit", ["sep?", "maxsplit?"], static (c, in v, in a) => Split(c, v, a.Or(0, Value.None), a.Or(1, Value.Number(-1)), fromEnd: true)),
        new("splitlines", ["keepends?"], static (c, in v, in a) => SplitLines(c, v, a.Flag(c, 0, false))),
        new("partition", ["sep"], static (c, in v, in a) => Partition(c, v, a[0], fromEnd: false)) { PositionalOnly = true },
        new("rpartition", ["sep"], static (c, in v, in a) => Partition(c, v, a[0], fromEnd: true)) { PositionalOnly = true },
        new("join", ["iterable"], static (c, in v, in a) => Join(c, v, a[0])) { PositionalOnly = true },
    ];

    private static Value Split(RenderContext context, in Value self, in Value separator, in Value max, bool fromEnd)
    {
        var limit = Converting.Length(max);
        if (limit < 0) limit = int.MaxValue;
        var text = self.Text;
        context.Allocate(text.Length * 2L);
        var parts = new List<(int Start, int Length)>();
        if (separator.Tag == Tag.None)
        {
            if (fromEnd) BlanksFromEnd(text, limit, parts);
            else Blanks(text, limit, parts);
        }
        else
        {
            var sep = Converting.Text(separator, "sep");
            if (sep.Length == 0) throw Errors.Value("empty separator");
            StringSearchMethods.SpendSearch(context, text.Length, sep.Length);
            if (fromEnd) TextsFromEnd(text, sep, limit, parts);
            else Texts(text, sep, limit, parts);
        }
        return ToList(context, self, parts);
    }

    private static Value ToList(RenderContext context, in Value self, List<(int Start, int Length)> parts)
    {
        context.AllocateItems(parts.Count * 2L);
        context.Spend(parts.Count);
        var items = new Value[parts.Count];
        for (var i = 0; i < items.Length; i++) items[i] = Markups.Like(self, self.Text.Substring(parts[i].Start, parts[i].Length));
        return Value.Of(new ListObject(items, items.Length));
    }

    private static void Texts(string text, string sep, int limit, List<(int, int)> parts)
    {
        var from = 0;
        while (limit-- > 0)
        {
            var at = text.IndexOf(sep, from, StringComparison.Ordinal);
            if (at < 0) break;
            parts.Add((from, at - from));
            from = at + sep.Length;
        }
        parts.Add((from, text.Length - from));
    }

    private static void TextsFromEnd(string text, string sep, int limit, List<(int, int)> parts)
    {
        var to = text.Length;
        while (limit-- > 0)
        {
            var at = text.AsSpan(0, to).LastIndexOf(sep, StringComparison.Ordinal);
            if (at < 0) break;
            parts.Add((at + sep.Length, to - at - sep.Length));
            to = at;
        }
        parts.Add((0, to));
        parts.Reverse();
    }

    private static void Blanks(string text, int limit, List<(int, int)> parts)
    {
        var i = 0;
        while (true)
        {
            while (i < text.Length && PythonCharacters.IsSpace(text[i])) i++;
            if (i >= text.Length) return;
            var start = i;
            if (limit-- == 0)
            {
                parts.Add((start, text.Length - start));
                return;
            }
            while (i < text.Length && !PythonCharacters.IsSpace(text[i])) i++;
            parts.Add((start, i - start));
        }
    }

    private static void BlanksFromEnd(string text, int limit, List<(int, int)> parts)
    {
        var i = text.Length;
        while (true)
        {
            while (i > 0 && PythonCharacters.IsSpace(text[i - 1])) i--;
            if (i == 0) break;
            var end = i;
            if (limit-- == 0)
            {
                parts.Add((0, end));
                break;
            }
            while (i > 0 && !PythonCharacters.IsSpace(text[i - 1])) i--;
            parts.Add((i, end - i));
        }
        parts.Reverse();
    }

    private static Value SplitLines(RenderContext context, in Value self, bool keepEnds)
    {
        context.Allocate(self.Text.Length * 2L);
        var parts = new List<(int, int)>();
        foreach (var (start, length, end) in Lines.Split(self.Text)) parts.Add((start, keepEnds ? end - start : length));
        return ToList(context, self, parts);
    }

    private static Value Partition(RenderContext context, in Value self, in Value separator, bool fromEnd)
    {
        var sep = Converting.Text(separator, "sep");
        if (sep.Length == 0) throw Errors.Value("empty separator");
        StringSearchMethods.SpendSearch(context, self.Text.Length, sep.Length);
        var text = self.Text;
        var at = fromEnd ? text.LastIndexOf(sep, StringComparison.Ordinal) : text.IndexOf(sep, StringComparison.Ordinal);
        var (empty, whole) = (Markups.Like(self, ""), self);
        if (at < 0) return fromEnd ? Value.Tuple(empty, empty, whole) : Value.Tuple(whole, empty, empty);
        context.Allocate(text.Length * 2L);
        return Value.Tuple(Markups.Like(self, text[..at]), Markups.Like(self, sep), Markups.Like(self, text[(at + sep.Length)..]));
    }

    private static Value Join(RenderContext context, in Value self, in Value items)
    {
        var iterator = Iteration.TryOf(context, items) ?? throw Errors.Type("can only join an iterable");
        var parts = new List<string>();
        long length = 0;
        while (iterator.MoveNext(context, out var item))
        {
            context.Step();
            if (!item.IsText && self.Tag == Tag.String) throw Errors.Type($"sequence item {parts.Count}: expected str instance, {TypeNames.Of(item)} found", "use the filter `join`, which prints its items");
            var text = self.Tag == Tag.Markup ? Markups.Escaped(context, item) : item.Text;
            length += text.Length + self.Text.Length;
            context.AllocateText(text.Length + self.Text.Length);
            parts.Add(text);
        }
        return Markups.Like(self, string.Join(self.Text, parts));
    }
}
