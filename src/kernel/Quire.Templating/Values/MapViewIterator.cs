using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Walks a view of a map, which may not change its size meanwhile.</summary>
internal sealed class MapViewIterator(MapObject map, MapView view) : ValueIterator
{
    private readonly int _count = map.Count;
    private int _next;

    public override string TypeName => view.TypeName[..^1] + "iterator";

    public override bool MoveNext(RenderContext context, out Value value)
    {
        if (map.Count != _count) throw Errors.Runtime("dictionary changed size during iteration");
        var more = _next < _count;
        value = more ? view.At(_next++) : default;
        return more;
    }
}
