using System.Globalization;
using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>Whole numbers from one to another, both included.</summary>
internal sealed class LiquidRange(long start, long stop) : ValueObject
{
    private const int Most = 1_000_000;

    public override string TypeName => "range";

    public override long Length => stop < start ? 0 : stop - start + 1 is > 0 and var count ? count : long.MaxValue;

    public long Start => start;

    public override string PrintedText => $"{start.ToString(CultureInfo.InvariantCulture)}..{stop.ToString(CultureInfo.InvariantCulture)}";

    public override bool EqualTo(in Value other) => other.Ref is LiquidRange range && range.Start == start && range.Length == Length;

    public override int HashCode() => start.GetHashCode();

    public Value[] ToArray(RenderContext context)
    {
        if (Length > Most) throw new TemplateException(Codes.RangeTooLarge, $"a range is longer than {Most}");
        context.AllocateItems(Length);
        context.Spend(Length >> 2);
        var items = new Value[Length];
        for (var i = 0; i < items.Length; i++) items[i] = Value.Number(start + i);
        return items;
    }

    public override ValueIterator Iterate(RenderContext context)
    {
        var items = ToArray(context);
        return new ListIterator(new ListObject(items, items.Length));
    }
}
