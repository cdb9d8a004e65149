using Quire.Templating.Execution;
using Quire.Templating.Formatting;
using Quire.Templating.Methods;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Filters that make texts of texts.</summary>
internal static class TextFilters
{
    public static readonly Definition[] All =
    [
        new("trim", ["chars?"], static (c, in v, in a) => StringTrimMethods.Strip(c, Markups.Soft(c, v), a.Or(0, Value.None), 3))
        {
            Emit = static (c, in v, in a) => c.Output.Write(StringTrimMethods.StripSpan(Converting.Soft(c, v), a.Or(0, Value.None), 3)),
        },
        new("center", ["width?"], static (c, in v, in a) => StringPadMethods.Center(c, Markups.Soft(c, v), a.Or(0, Value.Number(80)), Value.String(" "))),
        new("replace", ["old", "new", "count?"], Replace),
        new("string", [], static (c, in v, in _) => Markups.Soft(c, v)),
        new("format", static (c, in v, in a) => Format(c, v, a)),
        new("truncate", ["length?", "killwords?", "end?", "leeway?"], Truncate) { Emit = EmitTruncated },
        new("indent", ["width?", "first?", "blank?"], Indent),
        new("wordcount", [], static (c, in v, in _) => WordCount(c, v)),
        new("urlencode", [], static (c, in v, in _) => Value.String(UrlQuoting.Encode(c, v))),
    ];

    private static Value Replace(RenderContext context, in Value self, in Arguments a)
    {
        var count = a.Or(2, Value.None);
        var limit = count.Tag == Tag.None ? -1 : Converting.Length(count);
        if (!context.AutoEscape)
        {
            return Value.String(StringSearchMethods.Replace(context, Converting.Soft(context, self), Converting.Soft(context, a[0]), Converting.Soft(context, a[1]), limit));
        }
        var s = a[0].Tag == Tag.Markup || (a[1].Tag == Tag.Markup && self.Tag != Tag.Markup)
            ? Value.Markup(Markups.Escaped(context, self))
            : Markups.Soft(context, self);
        if (s.Tag != Tag.Markup) return Value.String(StringSearchMethods.Replace(context, s.Text, Converting.Soft(context, a[0]), Converting.Soft(context, a[1]), limit));
        return Value.Markup(StringSearchMethods.Replace(context, s.Text, Markups.Escaped(context, Markups.Soft(context, a[0])), Markups.Escaped(context, Markups.Soft(context, a[1])), limit));
    }

    private static Value Format(RenderContext context, in Value self, in Arguments a)
    {
        if (a.Count > 0 && a.Names.Length > 0) throw Errors.Runtime("can't handle positional and keyword arguments at the same time");
        var pattern = Markups.Soft(context, self);
        if (a.Names.Length == 0) return PercentFormat.Format(context, pattern, Value.Tuple(a.Positional.ToArray()));
        var map = new MapObject(a.Names.Length);
        for (var i = 0; i < a.Names.Length; i++) map.Set(a.Names[i], a.Named[i]);
        return PercentFormat.Format(context, pattern, Value.Of(map));
    }

    private static Value Truncate(RenderContext context, in Value self, in Arguments a)
    {
        if (!TryCut(context, self, a, out var head, out var end)) return self;
        context.AllocateText(head.Length + end.Text.Length);
        if (self.Tag == Tag.String && end.Tag == Tag.String) return Value.String(string.Concat(head, end.Text));
        return Arithmetic.Add(context, Markups.Like(self, head.ToString()), end);
    }

    private static void EmitTruncated(RenderContext context, in Value self, in Arguments a)
    {
        var isCut = TryCut(context, self, a, out var head, out var end);
        if (!isCut || self.Tag != Tag.String || end.Tag != Tag.String)
        {
            context.Emit(isCut ? Truncate(context, self, a) : self);
            return;
        }
        context.Spend(head.Length >> 6);
        context.Output.Write(head);
        context.Output.Write(end.Text);
    }

    /// <summary>What stays of a text that is too long, and what stands behind it; false where it is short enough.</summary>
    private static bool TryCut(RenderContext context, in Value self, in Arguments a, out ReadOnlySpan<char> head, out Value end)
    {
        head = default;
        var length = Converting.Index(a.Or(0, Value.Number(255)));
        end = a.Or(2, Value.String("..."));
        var endLength = Iteration.Length(end);
        var leewayValue = a.Or(3, Value.None);
        var leeway = leewayValue.Tag == Tag.None ? 5 : Converting.Index(leewayValue);
        if (length < endLength) throw Errors.Value($"expected length >= {endLength}, got {length}");
        if (leeway < 0) throw Errors.Value($"expected leeway >= 0, got {leeway}");
        if (Iteration.Length(self) <= length + leeway) return false;
        if (!self.IsText) throw Errors.Type($"'{TypeNames.Of(self)}' object cannot be truncated");
        if (!end.IsText) throw Errors.Type($"can only concatenate str (not \"{TypeNames.Of(end)}\") to str");
        var count = (int)(length - endLength);
        head = self.Text.AsSpan(0, CodePoints.AreUnits(self.Text) ? count : CodePoints.Offset(self.Text, count));
        if (a.Flag(context, 1, false)) return true;
        var space = head.LastIndexOf(' ');
        if (space >= 0) head = head[..space];
        return true;
    }

    private static Value Indent(RenderContext context, in Value self, in Arguments a)
    {
        var widthValue = a.Or(0, Value.Number(4));
        var indention = widthValue.IsText ? widthValue.Text : Spaces(context, Converting.Length(widthValue));
        if (!self.IsText) throw self.IsUndefined ? UndefinedInfo.Fail(self) : Errors.Type($"unsupported operand type(s) for +=: '{TypeNames.Of(self)}' and 'str'");
        if (self.Tag == Tag.Markup && widthValue.Tag == Tag.String) indention = Html.Escape(context, indention);
        var (first, blank) = (a.Flag(context, 1, false), a.Flag(context, 2, false));
        var mark = context.Output.Length;
        var output = context.Output;
        if (first) output.Write(indention);
        var isFirst = true;
        foreach (var range in Lines.Split(self.Text + "\n"))
        {
            context.Step();
            var line = (self.Text + "\n").AsSpan(range.Start, range.Length);
            if (!isFirst)
            {
                output.Write('\n');
                if (blank || line.Length > 0) output.Write(indention);
                context.Spend(indention.Length >> 6);
            }
            output.Write(line);
            isFirst = false;
        }
        return Markups.Like(self, context.Take(mark));
    }

    private static string Spaces(RenderContext context, int count)
    {
        if (count <= 0) return "";
        context.AllocateText(count);
        return new string(' ', count);
    }

    private static Value WordCount(RenderContext context, in Value self)
    {
        var text = Converting.Soft(context, self);
        context.Spend(text.Length >> 6);
        var count = 0;
        var inside = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isWord = char.IsSurrogatePair(text, i) ? Jinja.PythonCharacters.IsWord(System.Globalization.CharUnicodeInfo.GetUnicodeCategory(text, i++)) : Jinja.PythonCharacters.IsWord(text[i]);
            if (isWord && !inside) count++;
            inside = isWord;
        }
        return Value.Number(count);
    }
}
