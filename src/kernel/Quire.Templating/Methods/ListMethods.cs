using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary>Methods of lists. Those that change the list only touch lists that belong to the render.</summary>
internal static class ListMethods
{
    /// <summary>What tuples and ranges have too.</summary>
    public static readonly Definition[] Shared =
    [
        new("count", ["value"], static (c, in v, in a) => Value.Number(Count(c, v, a[0]))) { PositionalOnly = true },
        new("index", ["value", "start?", "stop?"], static (c, in v, in a) => Index(c, v, a)) { PositionalOnly = true },
    ];

    public static readonly Definition[] All =
    [
        .. Shared,
        new("append", ["object"], static (c, in v, in a) => Change(c, v, a[0], static (l, item) => l.Add(item))) { PositionalOnly = true },
        new("extend", ["iterable"], Extend) { PositionalOnly = true },
        new("insert", ["index", "object"], Insert) { PositionalOnly = true },
        new("pop", ["index?"], Pop) { PositionalOnly = true },
        new("remove", ["value"], Remove) { PositionalOnly = true },
        new("clear", [], static (c, in v, in _) => Change(c, v, default, static (l, _) => l.Clear())) { PositionalOnly = true },
        new("reverse", [], static (c, in v, in _) => Change(c, v, default, static (l, _) => l.Reverse())) { PositionalOnly = true },
        new("copy", [], static (c, in v, in _) => Iteration.ToList(c, v)) { PositionalOnly = true },
        new("sort", static (c, in v, in a) => Sort(c, v, a)),
    ];

    private static ListObject Own(in Value self) => self.Items.IsFrozen ? throw new InputMutationException() : self.Items;

    private static Value Change(RenderContext context, in Value self, in Value item, Action<ListObject, Value> change)
    {
        context.Allocate(24);
        var list = Own(self);
        context.Spend(list.Count >> 8);
        change(list, item);
        return Value.None;
    }

    private static Value Extend(RenderContext context, in Value self, in Arguments a)
    {
        var list = Own(self);
        var items = Iteration.ToArray(context, a[0]);
        foreach (ref readonly var item in items.AsSpan()) list.Add(item);
        return Value.None;
    }

    private static Value Insert(RenderContext context, in Value self, in Arguments a)
    {
        var list = Own(self);
        var index = Converting.Index(a[0]);
        if (index < 0) index = Math.Max(0, index + list.Count);
        context.Allocate(24);
        context.Spend(list.Count >> 6);
        list.Insert((int)Math.Min(index, list.Count), a[1]);
        return Value.None;
    }

    private static Value Pop(RenderContext context, in Value self, in Arguments a)
    {
        var list = Own(self);
        var index = a.Has(0) ? Converting.Index(a[0]) : -1;
        if (list.Count == 0) throw Errors.Index("pop from empty list");
        if (index < 0) index += list.Count;
        if (index < 0 || index >= list.Count) throw Errors.Index("pop index out of range");
        var item = list[(int)index];
        context.Spend((list.Count - index) >> 6);
        list.RemoveAt((int)index);
        return item;
    }

    private static Value Remove(RenderContext context, in Value self, in Arguments a)
    {
        var list = Own(self);
        for (var i = 0; i < list.Count; i++)
        {
            context.Step();
            if (!Comparison.Equal(list[i], a[0])) continue;
            list.RemoveAt(i);
            return Value.None;
        }
        throw Errors.Value("list.remove(x): x not in list");
    }

    private static long Count(RenderContext context, in Value self, in Value item)
    {
        var iterator = Iteration.Of(context, self);
        var count = 0L;
        while (iterator.MoveNext(context, out var candidate))
        {
            context.Step();
            if (Comparison.Equal(candidate, item)) count++;
        }
        return count;
    }

    private static Value Index(RenderContext context, in Value self, in Arguments a)
    {
        var items = Iteration.ToArray(context, self);
        var start = a.Has(1) ? Converting.Index(a[1]) : 0;
        var stop = a.Has(2) ? Converting.Index(a[2]) : items.Length;
        if (start < 0) start = Math.Max(0, start + items.Length);
        if (stop < 0) stop += items.Length;
        for (var i = start; i < stop && i < items.Length; i++)
            if (Comparison.Equal(items[i], a[0])) return Value.Number(i);
        throw Errors.Value($"the value is not in the {TypeNames.Of(self)}");
    }

    private static Value Sort(RenderContext context, in Value self, in Arguments a)
    {
        if (a.Count > 0) throw Errors.Type("sort() takes no positional arguments");
        var reverse = a.TryNamed("reverse", out var flag) && Truth.IsTrue(flag);
        var key = a.TryNamed("key", out var function) ? function : Value.None;
        foreach (var name in a.Names)
            if (name is not ("reverse" or "key")) throw Errors.Type($"sort() got an unexpected keyword argument '{name}'");
        var list = Own(self);
        var items = list.Span.ToArray();
        var keyed = new (Value Key, Value Item)[items.Length];
        for (var i = 0; i < items.Length; i++) keyed[i] = (key.Tag == Tag.None ? items[i] : Calls.Call(context, key, new Arguments([items[i]], [], [])), items[i]);
        if (reverse) StableSort.Sort(context, keyed, static (x, y) => Comparison.Less(y.Key, x.Key));
        else StableSort.Sort(context, keyed, static (x, y) => Comparison.Less(x.Key, y.Key));
        list.Replace([.. keyed.Select(k => k.Item)]);
        return Value.None;
    }
}
