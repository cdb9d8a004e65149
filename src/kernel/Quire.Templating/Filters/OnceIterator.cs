using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Items that are already there, given out once, as a generator does.</summary>
internal sealed class OnceIterator(Value[] items) : ValueIterator
{
    private int _next;

    public override bool MoveNext(RenderContext context, out Value value)
    {
        var more = _next < items.Length;
        value = more ? items[_next++] : default;
        return more;
    }

    public override IEnumerable<Value> Held() => items;
}
