using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Walks a list while it may grow or shrink.</summary>
internal sealed class ListIterator(ListObject list) : ValueIterator
{
    private int _next;

    public override string TypeName => "list_iterator";

    public override bool MoveNext(RenderContext context, out Value value)
    {
        if (_next < list.Count)
        {
            value = list[_next++];
            return true;
        }
        _next = int.MaxValue;
        value = default;
        return false;
    }

    public override IEnumerable<Value> Held() => [Value.Of(list)];
}
