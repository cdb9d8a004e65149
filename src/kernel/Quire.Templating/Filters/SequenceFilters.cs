using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>length</c>, <c>list</c>, <c>first</c>, <c>last</c>, <c>join</c>, <c>reverse</c>, <c>batch</c>, <c>slice</c>, <c>sum</c>.</summary>
internal static class SequenceFilters
{
    public static readonly Definition[] All =
    [
        new("length", [], static (_, in v, in _) => Value.Number(Iteration.Length(v))) { PositionalOnly = true },
        new("count", [], static (_, in v, in _) => Value.Number(Iteration.Length(v))) { PositionalOnly = true },
        new("list", [], static (c, in v, in _) => Iteration.ToList(c, v)),
        new("first", [], static (c, in v, in _) => First(c, v)),
        new("last", [], static (c, in v, in _) => Last(c, v)),
        new("join", ["d?", "attribute?"], Join) { Emit = EmitJoin },
        new("reverse", [], static (c, in v, in _) => Reverse(c, v)),
        new("batch", ["linecount", "fill_with?"], static (_, in v, in a) => Value.Of(new BatchIterator(v, a[0], a.Or(1, Value.None)))),
        new("slice", ["slices", "fill_with?"], static (_, in v, in a) => Value.Of(new ColumnIterator(v, a[0], a.Or(1, Value.None)))),
        new("sum", ["attribute?", "start?"], Sum),
    ];

    private static Value First(RenderContext context, in Value value)
    {
        if (value.IsSequence && value.Items.Count > 0) return value.Items[0];
        if (Iteration.Of(context, value).MoveNext(context, out var first)) return first;
        return context.MakeUndefined(new UndefinedInfo(null, "No first item, sequence was empty."));
    }

    private static Value Last(RenderContext context, in Value value)
    {
        if (value.IsSequence && value.Items.Count > 0) return value.Items[value.Items.Count - 1];
        var reversed = Reversed(context, value);
        if (reversed.MoveNext(context, out var last)) return last;
        return context.MakeUndefined(new UndefinedInfo(null, "No last item, sequence was empty."));
    }

    /// <summary>Python's <c>reversed()</c>, which generators do not have.</summary>
    private static ReverseIterator Reversed(RenderContext context, in Value value)
    {
        var name = value.Tag switch
        {
            Tag.List => "list_reverseiterator",
            Tag.Map => "dict_reversekeyiterator",
            Tag.Tuple or Tag.String or Tag.Markup => "reversed",
            Tag.Object when value.Ref is RangeObject => "range_iterator",
            Tag.Object when value.Ref is MapView => "dict_reverseitemiterator",
            Tag.Undefined => "reversed",
            _ => throw Errors.Type($"'{TypeNames.Of(value)}' object is not reversible", "turn it into a list first: `|list`"),
        };
        return new ReverseIterator(Iteration.ToArray(context, value), name);
    }

    private static Value Reverse(RenderContext context, in Value value)
    {
        if (value.IsText) return Slicing.Slice(context, value, Value.None, Value.None, Value.Number(-1));
        if (value.Tag is Tag.List or Tag.Tuple or Tag.Map or Tag.Undefined || value.Ref is RangeObject or MapView) return Value.Of(Reversed(context, value));
        if (Iteration.TryOf(context, value) is null) throw Errors.Runtime("argument must be iterable");
        var items = Iteration.ToArray(context, value);
        Array.Reverse(items);
        return Value.Of(new ListObject(items, items.Length));
    }

    private static Value Join(RenderContext context, in Value value, in Arguments a)
    {
        if (context.AutoEscape) return JoinMarkup(context, value, a);
        if (value.Tag == Tag.Undefined && !a.Has(1)) Truth.IsTrue(value);
        var mark = context.Output.Length;
        EmitJoin(context, value, a);
        return context.TakeText(mark);
    }

    private static void EmitJoin(RenderContext context, in Value value, in Arguments a)
    {
        var separator = PythonText.Str(context, a.Or(0, Value.EmptyString));
        var path = a.Has(1) && a[1].Tag != Tag.None ? AttributePath.Of(a[1]) : null;
        var output = context.Output;
        if (value.IsSequence)
        {
            var list = value.Items;
            for (var i = 0; i < list.Count; i++)
            {
                if (i > 0) output.Write(separator);
                EmitItem(context, path, list[i], separator.Length);
            }
            return;
        }
        var iterator = Iteration.Of(context, value);
        for (var i = 0; ; i++)
        {
            // The item is found first: finding it may use the end of the buffer as scratch.
            if (!iterator.MoveNext(context, out var item)) return;
            if (i > 0) output.Write(separator);
            EmitItem(context, path, item, separator.Length);
        }
    }

    private static void EmitItem(RenderContext context, AttributePath? path, in Value item, int separatorLength)
    {
        context.Spend(1 + (separatorLength >> 6));
        if (path is null) WritePlain(context, item);
        else WritePlain(context, path.Get(context, item));
    }

    private static void WritePlain(RenderContext context, in Value value)
    {
        if (value.IsText) context.WriteText(value.Text);
        else PythonText.WriteStr(context.Output, value);
    }

    /// <summary>With escaping on: one markup among the items (or as separator) makes the whole markup.</summary>
    private static Value JoinMarkup(RenderContext context, in Value value, in Arguments a)
    {
        var separator = a.Or(0, Value.EmptyString);
        var path = a.Has(1) && a[1].Tag != Tag.None ? AttributePath.Of(a[1]) : null;
        var items = Iteration.ToArray(context, value);
        for (var i = 0; i < items.Length; i++)
            if (path is not null) items[i] = path.Get(context, items[i]);
        var isMarkup = separator.Tag == Tag.Markup || Array.Exists(items, i => i.Tag == Tag.Markup);
        var glue = isMarkup ? Markups.Escaped(context, separator) : PythonText.Str(context, separator);
        var texts = new string[items.Length];
        for (var i = 0; i < items.Length; i++) texts[i] = isMarkup ? Markups.Escaped(context, items[i]) : PythonText.Str(context, items[i]);
        context.Allocate((texts.Sum(t => (long)t.Length) + (long)glue.Length * items.Length) * 2);
        var joined = string.Join(glue, texts);
        return isMarkup ? Value.Markup(joined) : Value.String(joined);
    }

    private static Value Sum(RenderContext context, in Value value, in Arguments a)
    {
        var path = a.Has(0) && a[0].Tag != Tag.None ? AttributePath.Of(a[0]) : null;
        var total = a.Or(1, Value.Number(0));
        var iterator = Iteration.Of(context, value);
        if (total.IsText) throw Errors.Type("sum() can't sum strings [use ''.join(seq) instead]", "use the filter `join`");
        while (iterator.MoveNext(context, out var item))
        {
            context.Step();
            total = Arithmetic.Add(context, total, path is null ? item : path.Get(context, item));
        }
        return total;
    }
}
