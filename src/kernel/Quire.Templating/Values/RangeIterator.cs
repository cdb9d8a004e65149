using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Walks a range.</summary>
internal sealed class RangeIterator(RangeObject range) : ValueIterator
{
    private long _next;

    public override string TypeName => "range_iterator";

    public override bool MoveNext(RenderContext context, out Value value)
    {
        var more = _next < range.Length;
        value = more ? Value.Number(range.At(_next++)) : default;
        return more;
    }
}
