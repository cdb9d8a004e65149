using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Python's <c>range</c>, at most 100,000 long.</summary>
internal sealed class RangeObject(long start, long stop, long step) : ValueObject
{
    public const int MaxLength = 100_000;

    private readonly long _count = CountOf(start, stop, step);

    public override string TypeName => "range";

    public override long Length => _count;

    public long At(long index) => start + index * step;

    public static long CountOf(long start, long stop, long step)
    {
        if (step > 0 ? start >= stop : start <= stop) return 0;
        var distance = step > 0 ? (ulong)(stop - start) : (ulong)(start - stop);
        var stride = step > 0 ? (ulong)step : (ulong)-step;
        var count = (distance - 1) / stride + 1;
        return count > long.MaxValue ? long.MaxValue : (long)count;
    }

    public RangeObject Slice(long from, long to, long by) => new(At(from), At(to), step * by);

    public override void WriteRepr(OutputBuffer output, int depth)
    {
        output.Write("range(");
        output.Write(start);
        output.Write(", ");
        output.Write(stop);
        if (step != 1)
        {
            output.Write(", ");
            output.Write(step);
        }
        output.Write(')');
    }

    public override bool EqualTo(in Value other) =>
        other.Ref is RangeObject range && range._count == _count && (_count == 0 || (range.At(0) == start && (_count == 1 || range.At(1) == At(1))));

    public override int HashCode() => HashCode_(_count == 0 ? 0 : start);

    public override bool TryGetAttribute(RenderContext context, string name, out Value value)
    {
        switch (name)
        {
            case "start": value = Value.Number(start); return true;
            case "stop": value = Value.Number(stop); return true;
            case "step": value = Value.Number(step); return true;
            default: value = default; return false;
        }
    }

    public override bool TryGetItem(RenderContext context, in Value key, out Value value)
    {
        value = default;
        if (key.Tag is not (Tag.Int or Tag.Bool)) return false;
        var index = key.Bits < 0 ? key.Bits + _count : key.Bits;
        if (index < 0 || index >= _count) return false;
        value = Value.Number(At(index));
        return true;
    }

    public override bool? Contains(RenderContext context, in Value item)
    {
        if (item.Tag == Tag.Float && item.Double == Math.Floor(item.Double) && Math.Abs(item.Double) < 1e18) return Contains((long)item.Double);
        return item.Tag is Tag.Int or Tag.Bool && Contains(item.Bits);
    }

    public override ValueIterator Iterate(RenderContext context) => new RangeIterator(this);

    private static int HashCode_(long seed) => seed.GetHashCode();

    private bool Contains(long number)
    {
        if (_count == 0) return false;
        var (low, high) = step > 0 ? (start, At(_count - 1)) : (At(_count - 1), start);
        return number >= low && number <= high && (number - start) % step == 0;
    }
}
