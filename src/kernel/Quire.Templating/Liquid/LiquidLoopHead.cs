using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>What a loop walks over: the collection, and which part of it.</summary>
internal sealed class LiquidLoopHead(string name, LiquidExpression source, bool isReversed, bool continues)
{
    public string Name => name;

    public LiquidExpression? Limit { get; set; }

    public LiquidExpression? Offset { get; set; }

    public LiquidExpression? Columns { get; set; }

    public Value[] Items(LiquidRun run)
    {
        var all = ToItems(run, source.Evaluate(run));
        var from = continues ? run.Offsets.GetValueOrDefault(name) : Offset is null ? 0 : Whole(Offset.Evaluate(run), "offset") ?? 0;
        var limit = Limit is null ? int.MaxValue : Whole(Limit.Evaluate(run), "limit") ?? int.MaxValue;
        var start = (int)Math.Clamp(from, 0, all.Length);
        var count = (int)Math.Clamp(limit, 0, all.Length - start);
        run.Offsets[name] = start + count;
        var items = all.AsSpan(start, count).ToArray();
        if (isReversed) Array.Reverse(items);
        return items;
    }

    /// <summary>A number of <c>limit</c> and its kin; texts of digits count, anything else is an error.</summary>
    public static long? Whole(in Value value, string what)
    {
        if (value.Tag == Tag.None || value.IsUndefined) return null;
        if (LiquidNumbers.TryParse(value, out var number)) return LiquidNumbers.ToLong(number);
        throw Errors.Value($"invalid integer for {what}");
    }

    private static Value[] ToItems(LiquidRun run, in Value value)
    {
        switch (value.Tag)
        {
            case Tag.List or Tag.Tuple or Tag.Map: return LiquidLogic.ToArray(run, value);
            case Tag.Object when value.Ref is LiquidRange range: return range.ToArray(run.Context);
            case Tag.String or Tag.Markup when value.Text.Length > 0: return [value];
            default: return [];
        }
    }
}
