using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>What <c>keys()</c>, <c>values()</c> and <c>items()</c> of a map give: a live view.</summary>
internal sealed class MapView(MapObject map, MapViewKind kind) : ValueObject
{
    public override string TypeName => kind switch { MapViewKind.Keys => "dict_keys", MapViewKind.Values => "dict_values", _ => "dict_items" };

    public override long Length => map.Count;

    public override bool IsHashable => kind == MapViewKind.Values;

    public Value At(int position) => kind switch
    {
        MapViewKind.Keys => map.KeyAt(position),
        MapViewKind.Values => map.ValueAt(position),
        _ => Value.Tuple(map.KeyAt(position), map.ValueAt(position)),
    };

    public override void WriteRepr(OutputBuffer output, int depth)
    {
        output.Write(TypeName);
        output.Write("([");
        for (var i = 0; i < map.Count; i++)
        {
            if (i > 0) output.Write(", ");
            PythonText.WriteRepr(output, At(i), depth + 1);
        }
        output.Write("])");
    }

    public override bool EqualTo(in Value other)
    {
        if (ReferenceEquals(other.Ref, this)) return true;
        if (kind == MapViewKind.Values || other.Ref is not MapView view || view.IsHashable || view.Length != Length) return false;
        for (var i = 0; i < map.Count; i++)
        {
            ComparisonBudget.Spend();
            if (view.Has(At(i)) != true) return false;
        }
        return true;
    }

    public override bool? Contains(RenderContext context, in Value item) => Has(item);

    public override ValueIterator Iterate(RenderContext context) => new MapViewIterator(map, this);

    public override IEnumerable<Value> Held() => [Value.Of(map)];

    private bool? Has(in Value item)
    {
        switch (kind)
        {
            case MapViewKind.Keys: return map.Find(Hashing.Require(item)) >= 0;
            case MapViewKind.Values: return null;
            default:
                return item.Tag == Tag.Tuple && item.Items.Count == 2
                    && map.TryGet(Hashing.Require(item.Items[0]), out var value) && Equality.AreEqual(value, item.Items[1]);
        }
    }
}
