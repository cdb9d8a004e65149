using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>Filters on lists. What is no list is a list of itself; lists in lists are run together.</summary>
internal static class LiquidListFilters
{
    public static readonly LiquidFilter[] All =
    [
        new("join", 0, 1, Join),
        new("first", 0, 0, static (r, in v, in _) => v.IsText ? Value.EmptyString : LiquidLogic.First(r, v)),
        new("last", 0, 0, static (_, in v, in _) => v.IsText ? Value.EmptyString : LiquidLogic.Last(v)),
        new("size", 0, 0, static (_, in v, in _) => Value.Number(Math.Max(0, LiquidLogic.Size(v)))),
        new("reverse", 0, 0, Reverse),
        new("concat", 1, 1, Concat),
        new("compact", 0, 1, Compact),
        new("uniq", 0, 1, Unique),
        new("sort", 0, 1, Sort),
        new("sort_natural", 0, 1, SortNatural),
        new("map", 1, 1, Map),
        new("sum", 0, 1, Sum),
    ];

    /// <summary>The items a filter works on.</summary>
    public static List<Value> Items(LiquidRun run, in Value value)
    {
        var items = new List<Value>();
        Flatten(run, value, items, 0);
        run.Context.AllocateItems(items.Count);
        return items;
    }

    /// <summary>The member of an item: of a map by key, of a text a part of itself.</summary>
    public static Value Property(LiquidRun run, in Value item, in Value key)
    {
        switch (item.Tag)
        {
            case Tag.Map: return key.Tag is not (Tag.List or Tag.Map) && item.Entries.TryGet(key, out var found) ? found : Value.None;
            case Tag.String or Tag.Markup when key.IsText: return item.Text.Contains(key.Text, StringComparison.Ordinal) ? key : Value.None;
            case Tag.String or Tag.Markup: return LiquidLogic.Item(run, Value.List(item), key);
            case Tag.Int when key.Tag == Tag.Int: return Value.Number(key.Bits is < 0 or > 63 ? 0 : (item.Bits >> (int)key.Bits) & 1);
            case Tag.Object: return LiquidLogic.Member(run, item, LiquidLogic.Text(run, key));
            default: throw Errors.Type($"cannot select a property of {LiquidLogic.TypeName(item)}");
        }
    }

    public static Value ToList(LiquidRun run, List<Value> items)
    {
        run.Context.Spend(items.Count);
        return Value.List(items);
    }

    private static void Flatten(LiquidRun run, in Value value, List<Value> items, int depth)
    {
        if (depth > 200) throw Errors.Recursion();
        run.Context.Step();
        if (value.IsSequence)
            foreach (ref readonly var item in value.Items.Span) Flatten(run, item, items, depth + 1);
        else if (value.Ref is LiquidRange range) items.AddRange(range.ToArray(run.Context));
        else if (depth > 0 || !LiquidLogic.IsNothing(value)) items.Add(value);
    }

    private static Value Join(LiquidRun run, in Value value, in Arguments a)
    {
        var glue = a.Count > 0 ? LiquidLogic.Text(run, a[0]) : " ";
        var items = Items(run, value);
        var mark = run.Context.Output.Length;
        for (var i = 0; i < items.Count; i++)
        {
            run.Context.Spend(1 + (glue.Length >> 6));
            if (i > 0) run.Context.Output.Write(glue);
            LiquidLogic.Write(run, items[i], 0);
        }
        return Value.String(run.Context.Take(mark));
    }

    private static Value Reverse(LiquidRun run, in Value value, in Arguments a)
    {
        var items = Items(run, value);
        items.Reverse();
        return ToList(run, items);
    }

    private static Value Concat(LiquidRun run, in Value value, in Arguments a)
    {
        if (!a[0].IsSequence && a[0].Ref is not LiquidRange) throw Errors.Type("concat filter requires an array argument");
        var items = Items(run, value);
        items.AddRange(LiquidLogic.ToArray(run, a[0]));
        return ToList(run, items);
    }

    private static Value Compact(LiquidRun run, in Value value, in Arguments a)
    {
        var key = a.Count > 0 ? a[0] : default;
        var items = Items(run, value);
        return ToList(run, items.FindAll(i => !LiquidLogic.IsNothing(key.IsMissing ? i : Property(run, i, key))));
    }

    private static Value Unique(LiquidRun run, in Value value, in Arguments a)
    {
        var items = Items(run, value);
        var seen = new MapObject(items.Count);
        var kept = new List<Value>();
        foreach (var item in items)
        {
            run.Context.Spend(1 + (seen.Count >> 6));
            var key = a.Count > 0 && !LiquidLogic.IsNothing(a[0]) ? Property(run, item, a[0]) : item;
            if (seen.Find(key) >= 0) continue;
            seen.Set(key, Value.None);
            kept.Add(item);
        }
        return ToList(run, kept);
    }

    private static Value Sort(LiquidRun run, in Value value, in Arguments a)
    {
        var keyed = Keyed(run, value, a);
        StableSort.Sort(run.Context, keyed, (x, y) =>
        {
            if (LiquidLogic.IsNothing(x.Key) || LiquidLogic.IsNothing(y.Key)) return !LiquidLogic.IsNothing(x.Key);
            return LiquidLogic.Compare(run, x.Key, "<", y.Key);
        });
        return ToList(run, [.. keyed.Select(k => k.Item)]);
    }

    private static Value SortNatural(LiquidRun run, in Value value, in Arguments a)
    {
        if (a.Count > 0 && LiquidLogic.IsNothing(a[0]))
        {
            var plain = Items(run, value).Select(i => (Key: Folded(run, i), Item: i)).ToArray();
            StableSort.Sort(run.Context, plain, static (x, y) => IsBefore(x.Key, y.Key));
            return ToList(run, [.. plain.Select(k => k.Item)]);
        }
        var keyed = Keyed(run, value, a).Select(k => (Key: Folded(run, k.Key), k.Item)).ToArray();
        StableSort.Sort(run.Context, keyed, static (x, y) => IsBefore(x.Key, y.Key));
        return ToList(run, [.. keyed.Select(k => k.Item)]);
    }

    private static string? Folded(LiquidRun run, in Value value) => LiquidLogic.IsNothing(value) ? null : PythonCase.Fold(LiquidLogic.Text(run, value));

    private static bool IsBefore(string? a, string? b) => a is not null && (b is null || string.CompareOrdinal(a, b) < 0);

    private static (Value Key, Value Item)[] Keyed(LiquidRun run, in Value value, in Arguments a)
    {
        var key = a.Count > 0 && !LiquidLogic.IsNothing(a[0]) ? a[0] : default;
        return [.. Items(run, value).Select(i => (key.IsMissing ? i : Property(run, i, key), i))];
    }

    private static Value Map(LiquidRun run, in Value value, in Arguments a)
    {
        var key = a[0];
        return ToList(run, Items(run, value).ConvertAll(i => i.Tag is Tag.Map or Tag.Object ? Property(run, i, key) : throw Errors.Type("cannot select a property of what is no map")));
    }

    private static Value Sum(LiquidRun run, in Value value, in Arguments a)
    {
        var total = Value.Number(0);
        foreach (var item in Items(run, value))
        {
            run.Context.Step();
            total = LiquidNumberFilters.Add(total, a.Count > 0 && !LiquidLogic.IsNothing(a[0]) ? Property(run, item, a[0]) : item);
        }
        return total;
    }
}
