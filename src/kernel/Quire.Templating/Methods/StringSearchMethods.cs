using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary><c>find</c>, <c>index</c>, <c>count</c>, <c>startswith</c>, <c>replace</c> and their kin.</summary>
internal static class StringSearchMethods
{
    public static readonly Definition[] All =
    [
        new("find", ["sub", "start?", "end?"], static (c, in v, in a) => Value.Number(Find(c, v, a, fromEnd: false))) { PositionalOnly = true },
        new("rfind", ["sub", "start?", "end?"], static (c, in v, in a) => Value.Number(Find(c, v, a, fromEnd: true))) { PositionalOnly = true },
        new("index", ["sub", "start?", "end?"], static (c, in v, in a) => Index(c, v, a, fromEnd: false)) { PositionalOnly = true },
        new("rindex", ["sub", "start?", "end?"], static (c, in v, in a) => Index(c, v, a, fromEnd: true)) { PositionalOnly = true },
        new("count", ["sub", "start?", "end?"], Count) { PositionalOnly = true },
        new("startswith", ["prefix", "start?", "end?"], static (c, in v, in a) => Matches(v, a, atEnd: false)) { PositionalOnly = true },
        new("endswith", ["suffix", "start?", "end?"], static (c, in v, in a) => Matches(v, a, atEnd: true)) { PositionalOnly = true },
        new("replace", ["old", "new", "count?"], ReplaceMethod) { PositionalOnly = true },
        new("translate", ["table"], Translate) { PositionalOnly = true },
        new("maketrans", ["x", "y?", "z?"], MakeTranslation) { PositionalOnly = true },
    ];

    /// <summary>Spends for a search of one text in another; the worst case is the product of the lengths.</summary>
    public static void SpendSearch(RenderContext context, int text, int pattern) => context.Spend((text >> 6) + ((long)text * pattern >> 16));

    /// <summary>All (or the first <paramref name="limit"/>) occurrences replaced; an empty old text stands between all characters.</summary>
    public static string Replace(RenderContext context, string text, string old, string with, int limit)
    {
        if (limit == 0) return text;
        SpendSearch(context, text.Length, old.Length);
        if (old.Length == 0) return Interleave(context, text, with, limit);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0) return text;
        var mark = context.Output.Length;
        var from = 0;
        while (at >= 0 && limit-- != 0)
        {
            context.Spend(1 + (with.Length >> 6));
            context.Output.Write(text.AsSpan(from, at - from));
            context.Output.Write(with);
            from = at + old.Length;
            at = text.IndexOf(old, from, StringComparison.Ordinal);
        }
        context.Output.Write(text.AsSpan(from));
        return context.Take(mark);
    }

    private static string Interleave(RenderContext context, string text, string with, int limit)
    {
        var mark = context.Output.Length;
        var i = 0;
        while (limit-- != 0)
        {
            context.Spend(1 + (with.Length >> 6));
            context.Output.Write(with);
            if (i >= text.Length) return context.Take(mark);
            var width = CodePoints.Width(text, i);
            context.Output.Write(text.AsSpan(i, width));
            i += width;
        }
        context.Output.Write(text.AsSpan(i));
        return context.Take(mark);
    }

    private static Value ReplaceMethod(RenderContext context, in Value self, in Arguments a)
    {
        var limit = a.Has(2) ? Converting.Length(a[2]) : -1;
        var (old, with) = (Converting.Text(a[0], "replace() argument 1"), Converting.Text(a[1], "replace() argument 2"));
        if (self.Tag == Tag.Markup)
        {
            old = Markups.Escaped(context, a[0]);
            with = Markups.Escaped(context, a[1]);
        }
        return Markups.Like(self, Replace(context, self.Text, old, with, limit < 0 ? -1 : limit));
    }

    /// <summary>Where a search may look, in UTF-16 units, and whether there is room at all.</summary>
    private static (int From, int To, bool IsEmpty) Window(in Value self, in Arguments a, int first)
    {
        var text = self.Text;
        var units = CodePoints.AreUnits(text);
        var length = units ? text.Length : CodePoints.Count(text);
        var start = a.Has(first) && a[first].Tag != Tag.None ? Clamp(a[first], length) : 0;
        var end = a.Has(first + 1) && a[first + 1].Tag != Tag.None ? Math.Min(Clamp(a[first + 1], length), length) : length;
        if (start > length || start > end) return (0, 0, true);
        return units ? ((int)start, (int)end, false) : (CodePoints.Offset(text, (int)start), CodePoints.Offset(text, (int)end), false);
    }

    private static long Clamp(in Value index, int length)
    {
        if (index.Tag is not (Tag.Int or Tag.Bool or Tag.Big)) throw Errors.Type("slice indices must be integers or None or have an __index__ method");
        var i = Converting.Length(index);
        return i < 0 ? Math.Max(0, (long)i + length) : i;
    }

    private static long Find(RenderContext context, in Value self, in Arguments a, bool fromEnd)
    {
        var pattern = Converting.Text(a[0], "substring");
        var (from, to, isEmpty) = Window(self, a, 1);
        if (isEmpty) return -1;
        SpendSearch(context, to - from, pattern.Length);
        var span = self.Text.AsSpan(from, to - from);
        var at = fromEnd ? span.LastIndexOf(pattern, StringComparison.Ordinal) : span.IndexOf(pattern, StringComparison.Ordinal);
        if (at < 0) return -1;
        return CodePoints.AreUnits(self.Text) ? from + at : CodePoints.Count(self.Text.AsSpan(0, from + at));
    }

    private static Value Index(RenderContext context, in Value self, in Arguments a, bool fromEnd)
    {
        var at = Find(context, self, a, fromEnd);
        return at >= 0 ? Value.Number(at) : throw Errors.Value("substring not found");
    }

    private static Value Count(RenderContext context, in Value self, in Arguments a)
    {
        var pattern = Converting.Text(a[0], "substring");
        var (from, to, isEmpty) = Window(self, a, 1);
        if (isEmpty) return Value.Number(0);
        var span = self.Text.AsSpan(from, to - from);
        if (pattern.Length == 0) return Value.Number(CodePoints.Count(span) + 1);
        SpendSearch(context, span.Length, pattern.Length);
        return Value.Number(span.Count(pattern));
    }

    private static Value Matches(in Value self, in Arguments a, bool atEnd)
    {
        var (from, to, isEmpty) = Window(self, a, 1);
        if (a[0].Tag == Tag.Tuple)
        {
            foreach (ref readonly var option in a[0].Items.Span)
                if (Matches(self.Text, from, to, isEmpty, Converting.Text(option, "tuple for startswith"), atEnd)) return Value.True;
            return Value.False;
        }
        if (!a[0].IsText) throw Errors.Type($"{(atEnd ? "endswith" : "startswith")} first arg must be str or a tuple of str, not {TypeNames.Of(a[0])}");
        return Value.Bool(Matches(self.Text, from, to, isEmpty, a[0].Text, atEnd));
    }

    private static bool Matches(string text, int from, int to, bool isEmpty, string pattern, bool atEnd)
    {
        if (isEmpty) return false;
        var span = text.AsSpan(from, to - from);
        return atEnd ? span.EndsWith(pattern, StringComparison.Ordinal) : span.StartsWith(pattern, StringComparison.Ordinal);
    }

    private static Value Translate(RenderContext context, in Value self, in Arguments a)
    {
        if (a[0].Tag != Tag.Map) throw Errors.Type("translate() argument must be a mapping");
        var mark = context.Output.Length;
        var text = self.Text;
        for (var i = 0; i < text.Length; i += CodePoints.Width(text, i))
        {
            context.Step();
            var point = CodePoints.At(text, i);
            if (!a[0].Entries.TryGet(Value.Number(CodePoints.CodeAt(text, i)), out var to)) context.Output.Write(point);
            else if (to.IsText) context.WriteText(to.Text);
            else if (to.Tag == Tag.Int && to.Bits is >= 0 and <= 0x10FFFF) context.Output.Write(to.Bits < 0x10000 ? ((char)to.Bits).ToString() : char.ConvertFromUtf32((int)to.Bits));
            else if (to.Tag != Tag.None) throw Errors.Type("character mapping must return integer, None or str");
        }
        return Markups.Like(self, context.Take(mark));
    }

    private static Value MakeTranslation(RenderContext context, in Value self, in Arguments a)
    {
        var map = new MapObject(4);
        if (!a.Has(1))
        {
            if (a[0].Tag != Tag.Map) throw Errors.Type("if you give only one argument to maketrans it must be a dict");
            for (var i = 0; i < a[0].Entries.Count; i++)
            {
                var key = a[0].Entries.KeyAt(i);
                if (key.IsText && CodePoints.Count(key.Text) != 1) throw Errors.Value("string keys in translate table must be of length 1");
                map.Set(key.IsText ? Value.Number(CodePoints.CodeAt(key.Text, 0)) : key, a[0].Entries.ValueAt(i));
            }
            return Value.Of(map);
        }
        var (from, to) = (Converting.Text(a[0], "maketrans argument"), Converting.Text(a[1], "maketrans argument"));
        if (CodePoints.Count(from) != CodePoints.Count(to)) throw Errors.Value("the first two maketrans arguments must have equal length");
        context.AllocateItems(from.Length);
        for (int i = 0, j = 0; i < from.Length; i += CodePoints.Width(from, i), j += CodePoints.Width(to, j))
            map.Set(Value.Number(CodePoints.CodeAt(from, i)), Value.Number(CodePoints.CodeAt(to, j)));
        if (a.Has(2))
            foreach (var rune in Converting.Text(a[2], "maketrans argument").EnumerateRunes()) map.Set(Value.Number(rune.Value), Value.None);
        return Value.Of(map);
    }
}
