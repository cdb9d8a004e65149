using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>sort</c>, <c>dictsort</c>, <c>unique</c>, <c>min</c>, <c>max</c>, <c>groupby</c>.</summary>
internal static class OrderFilters
{
    public static readonly Definition[] All =
    [
        new("sort", ["reverse?", "case_sensitive?", "attribute?"], Sort),
        new("dictsort", ["case_sensitive?", "by?", "reverse?"], DictSort),
        new("unique", ["case_sensitive?", "attribute?"], Unique),
        new("min", ["case_sensitive?", "attribute?"], static (c, in v, in a) => Extreme(c, v, a, isMax: false)),
        new("max", ["case_sensitive?", "attribute?"], static (c, in v, in a) => Extreme(c, v, a, isMax: true)),
        new("groupby", ["attribute", "default?", "case_sensitive?"], GroupBy),
    ];

    private static Value Sort(RenderContext context, in Value value, in Arguments a)
    {
        var ignoresCase = !a.Flag(context, 1, false);
        var paths = AttributePath.Many(a.Or(2, Value.None));
        var items = Iteration.ToArray(context, value);
        var keyed = new (Value Key, Value Item)[items.Length];
        context.AllocateItems(items.Length * 3L);
        for (var i = 0; i < items.Length; i++)
        {
            context.Step();
            var parts = new Value[paths.Length];
            for (var p = 0; p < paths.Length; p++) parts[p] = Key(context, paths[p], ignoresCase, items[i]);
            keyed[i] = (Value.Of(new ListObject(parts, parts.Length)), items[i]);
        }
        return Sorted(context, keyed, a.Flag(context, 0, false));
    }

    private static Value DictSort(RenderContext context, in Value value, in Arguments a)
    {
        var by = a.Or(1, Value.String("key"));
        var position = by.IsText ? by.Text switch { "key" => 0, "value" => 1, _ => -1 } : -1;
        if (position < 0) throw Errors.Runtime("You can only sort by either \"key\" or \"value\"");
        if (value.Tag != Tag.Map) throw value.IsUndefined ? UndefinedInfo.Fail(value) : Errors.Type($"'{TypeNames.Of(value)}' object has no attribute 'items'");
        var ignoresCase = !a.Flag(context, 0, false);
        var map = value.Entries;
        var keyed = new (Value Key, Value Item)[map.Count];
        context.AllocateItems(map.Count * 4L);
        for (var i = 0; i < keyed.Length; i++)
        {
            context.Step();
            var key = position == 0 ? map.KeyAt(i) : map.ValueAt(i);
            keyed[i] = (ignoresCase ? AttributePath.IgnoreCase(key) : key, Value.Tuple(map.KeyAt(i), map.ValueAt(i)));
        }
        return Sorted(context, keyed, a.Flag(context, 2, false));
    }

    private static Value Sorted(RenderContext context, (Value Key, Value Item)[] keyed, bool reverse)
    {
        if (reverse) StableSort.Sort(context, keyed, static (x, y) => Comparison.Less(y.Key, x.Key));
        else StableSort.Sort(context, keyed, static (x, y) => Comparison.Less(x.Key, y.Key));
        var sorted = new Value[keyed.Length];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = keyed[i].Item;
        return Value.Of(new ListObject(sorted, sorted.Length));
    }

    private static Value Key(RenderContext context, AttributePath path, bool ignoresCase, in Value item)
    {
        var key = path.Get(context, item);
        return ignoresCase ? AttributePath.IgnoreCase(key) : key;
    }

    private static Value Unique(RenderContext context, in Value value, in Arguments a) =>
        Value.Of(new UniqueIterator(value, AttributePath.Of(a.Or(1, Value.None)), !a.Flag(context, 0, false)));

    private static Value Extreme(RenderContext context, in Value value, in Arguments a, bool isMax)
    {
        var iterator = Iteration.Of(context, value);
        if (!iterator.MoveNext(context, out var best)) return context.MakeUndefined(new UndefinedInfo(null, "No aggregated item, sequence was empty."));
        var ignoresCase = !a.Flag(context, 0, false);
        var path = AttributePath.Of(a.Or(1, Value.None));
        var bestKey = Key(context, path, ignoresCase, best);
        while (iterator.MoveNext(context, out var item))
        {
            context.Step();
            var key = Key(context, path, ignoresCase, item);
            if (!(isMax ? Comparison.Greater(key, bestKey) : Comparison.Less(key, bestKey))) continue;
            (best, bestKey) = (item, key);
        }
        return best;
    }

    private static Value GroupBy(RenderContext context, in Value value, in Arguments a)
    {
        var path = AttributePath.Of(a[0], a.Or(1, Value.None));
        var ignoresCase = !a.Flag(context, 2, false);
        var items = Iteration.ToArray(context, value);
        var keyed = new (Value Key, Value Item)[items.Length];
        context.AllocateItems(items.Length * 3L);
        for (var i = 0; i < items.Length; i++) keyed[i] = (Key(context, path, ignoresCase, items[i]), items[i]);
        StableSort.Sort(context, keyed, static (x, y) => Comparison.Less(x.Key, y.Key));
        var groups = new ListObject(4);
        for (var i = 0; i < keyed.Length;)
        {
            var group = new ListObject(4);
            var first = keyed[i];
            while (i < keyed.Length && Comparison.Equal(keyed[i].Key, first.Key)) group.Add(keyed[i++].Item);
            if (group.Count == 0) group.Add(keyed[i++].Item);
            var key = ignoresCase ? path.Get(context, group[0]) : first.Key;
            groups.Add(Value.Of(new GroupObject(key, Value.Of(group))));
        }
        return Value.Of(groups);
    }
}
