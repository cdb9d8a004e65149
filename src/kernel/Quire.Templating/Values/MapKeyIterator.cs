using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Walks the keys of a map, which may not change its size meanwhile.</summary>
internal sealed class MapKeyIterator(MapObject map) : ValueIterator
{
    private readonly int _count = map.Count;
    private int _next;

    public override string TypeName => "dict_keyiterator";

    public override bool MoveNext(RenderContext context, out Value value)
    {
        if (map.Count != _count) throw Errors.Runtime("dictionary changed size during iteration");
        var more = _next < _count;
        value = more ? map.KeyAt(_next++) : default;
        return more;
    }
}
