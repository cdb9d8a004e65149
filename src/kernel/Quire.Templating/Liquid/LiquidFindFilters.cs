using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>where</c>, <c>reject</c>, <c>find</c>, <c>find_index</c>, <c>has</c>. An item that is nothing makes the whole answer nothing.</summary>
internal static class LiquidFindFilters
{
    public static readonly LiquidFilter[] All =
    [
        new("where", 1, 2, static (r, in v, in a) => Select(r, v, a, keeps: true)),
        new("reject", 1, 2, static (r, in v, in a) => Select(r, v, a, keeps: false)),
        new("find", 1, 2, static (r, in v, in a) => Find(r, v, a) is { } found ? found.Index < 0 ? Value.None : found.Item : Value.None),
        new("find_index", 1, 2, static (r, in v, in a) => Find(r, v, a) is { Index: >= 0 } found ? Value.Number(found.Index) : Value.None),
        new("has", 1, 2, static (r, in v, in a) => Find(r, v, a) is { } found ? Value.Bool(found.Index >= 0) : Value.None),
    ];

    private static Value Select(LiquidRun run, in Value value, in Arguments a, bool keeps)
    {
        var kept = new List<Value>();
        foreach (var item in LiquidListFilters.Items(run, value))
        {
            run.Context.Step();
            if (IsHopeless(item, a[0])) return Value.None;
            if (Matches(run, item, a) == keeps) kept.Add(item);
        }
        return LiquidListFilters.ToList(run, kept);
    }

    private static (int Index, Value Item)? Find(LiquidRun run, in Value value, in Arguments a)
    {
        var items = LiquidListFilters.Items(run, value);
        for (var i = 0; i < items.Count; i++)
        {
            run.Context.Step();
            if (IsHopeless(items[i], a[0])) return null;
            if (Matches(run, items[i], a)) return (i, items[i]);
        }
        return (-1, Value.None);
    }

    private static bool IsHopeless(in Value item, in Value key) => LiquidLogic.IsNothing(item) || (item.IsText && LiquidLogic.IsNothing(key));

    private static bool Matches(LiquidRun run, in Value item, in Arguments a)
    {
        var value = LiquidListFilters.Property(run, item, a[0]);
        return a.Count < 2 || LiquidLogic.IsNothing(a[1]) ? LiquidLogic.IsTrue(value) : LiquidLogic.AreEqual(value, a[1]);
    }
}
