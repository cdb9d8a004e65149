using System.Numerics;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Python's <c>x[a:b:c]</c>.</summary>
internal static class Slicing
{
    public static Value Slice(RenderContext context, in Value owner, in Value start, in Value stop, in Value step)
    {
        switch (owner.Tag)
        {
            case Tag.String or Tag.Markup: return OfText(context, owner, start, stop, step);
            case Tag.List or Tag.Tuple: return OfItems(context, owner, start, stop, step);
            case Tag.Object when owner.Ref is RangeObject range: return OfRange(range, start, stop, step);
            case Tag.Map: throw Errors.Type("unhashable type: 'slice'");
            case Tag.Undefined when UndefinedInfo.Mode(owner) == UndefinedMode.Chainable: return owner;
            case Tag.Undefined: throw UndefinedInfo.Fail(owner);
            default: throw Errors.Type($"'{TypeNames.Of(owner)}' object is not subscriptable");
        }
    }

    public static bool HasSlices(in Value owner) => owner.IsText || owner.IsSequence || owner.IsUndefined || owner.Ref is RangeObject;

    public static bool AreIndexes(in Value start, in Value stop, in Value step) => IsIndex(start) && IsIndex(stop) && IsIndex(step);

    /// <summary>The first index, the stride, and how many there are, of a slice of a sequence of a given length.</summary>
    public static (long Start, long Step, long Count) Resolve(long length, in Value start, in Value stop, in Value step)
    {
        var (from, to, by) = Bounds(length, start, stop, step);
        return (from, by, RangeObject.CountOf(from, to, by));
    }

    /// <summary>Python's <c>slice.indices</c>.</summary>
    private static (long From, long To, long By) Bounds(long length, in Value start, in Value stop, in Value step)
    {
        var by = step.Tag == Tag.None ? 1 : Clamp(step);
        if (by == 0) throw Errors.Value("slice step cannot be zero");
        var (low, high) = by > 0 ? (0L, length) : (-1L, length - 1);
        var from = start.Tag == Tag.None ? by > 0 ? low : high : Bound(start, length, low, high);
        var to = stop.Tag == Tag.None ? by > 0 ? high : low : Bound(stop, length, low, high);
        return (from, to, by);
    }

    private static bool IsIndex(in Value value) => value.Tag is Tag.None or Tag.Int or Tag.Bool or Tag.Big;

    private static long Bound(in Value index, long length, long low, long high)
    {
        var i = Clamp(index);
        if (i < 0) i += length;
        return Math.Clamp(i, low, Math.Max(low, high));
    }

    private static long Clamp(in Value index)
    {
        switch (index.Tag)
        {
            case Tag.Int or Tag.Bool: return Math.Clamp(index.Bits, -(1L << 40), 1L << 40);
            case Tag.Big: return ((BigInteger)index.Ref!).Sign < 0 ? -(1L << 40) : 1L << 40;
            case Tag.Undefined: throw Errors.Type("slice indices must be integers or None or have an __index__ method");
            default: throw Errors.Type("slice indices must be integers or None or have an __index__ method");
        }
    }

    private static Value OfText(RenderContext context, in Value owner, in Value start, in Value stop, in Value step)
    {
        var text = owner.Text;
        if (!CodePoints.AreUnits(text)) return OfPoints(context, owner, start, stop, step);
        var (from, by, count) = Resolve(text.Length, start, stop, step);
        if (count == 0) return Markups.Like(owner, "");
        context.AllocateText(count);
        if (by == 1) return Markups.Like(owner, text.Substring((int)from, (int)count));
        return Markups.Like(owner, string.Create((int)count, (text, from, by), static (span, s) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = s.text[(int)(s.from + i * s.by)];
        }));
    }

    private static Value OfPoints(RenderContext context, in Value owner, in Value start, in Value stop, in Value step)
    {
        context.Spend(owner.Text.Length >> 3);
        var offsets = CodePoints.Offsets(owner.Text);
        var (from, by, count) = Resolve(offsets.Length - 1, start, stop, step);
        var mark = context.Output.Length;
        for (var i = 0L; i < count; i++)
        {
            var at = (int)(from + i * by);
            context.Output.Write(owner.Text.AsSpan(offsets[at], offsets[at + 1] - offsets[at]));
        }
        return Markups.Like(owner, context.Take(mark));
    }

    private static Value OfItems(RenderContext context, in Value owner, in Value start, in Value stop, in Value step)
    {
        var list = owner.Items;
        var (from, by, count) = Resolve(list.Count, start, stop, step);
        context.AllocateItems(count);
        context.Spend(count >> 2);
        var items = new Value[count];
        for (var i = 0; i < items.Length; i++) items[i] = list[(int)(from + i * by)];
        return owner.Tag == Tag.Tuple ? Value.Tuple(items) : Value.Of(new ListObject(items, items.Length));
    }

    private static Value OfRange(RangeObject range, in Value start, in Value stop, in Value step)
    {
        var (from, to, by) = Bounds(range.Length, start, stop, step);
        return Value.Of(range.Slice(from, to, by));
    }
}
