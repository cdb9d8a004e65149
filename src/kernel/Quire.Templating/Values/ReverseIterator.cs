using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Walks items from the last to the first.</summary>
internal sealed class ReverseIterator(Value[] items, string typeName) : ValueIterator
{
    private int _next = items.Length;

    public override string TypeName => typeName;

    public override bool MoveNext(RenderContext context, out Value value)
    {
        value = _next > 0 ? items[--_next] : default;
        return !value.IsMissing;
    }

    public override IEnumerable<Value> Held() => items;
}
