using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>What <c>cycler()</c> makes.</summary>
internal sealed class CyclerObject(Value[] items) : ValueObject
{
    private static readonly Definition NextMethod = new("next", [], static (_, in self, in _) => ((CyclerObject)self.Ref!).Next()) { PositionalOnly = true };

    private static readonly Definition ResetMethod = new("reset", [], static (_, in self, in _) =>
    {
        ((CyclerObject)self.Ref!)._position = 0;
        return Value.None;
    })
    { PositionalOnly = true };

    private int _position;

    public override string TypeName => "Cycler";

    public override string QualifiedTypeName => "jinja2.utils.Cycler";

    public override bool TryGetAttribute(RenderContext context, string name, out Value value)
    {
        value = name switch
        {
            "current" => items[_position],
            "next" => Value.Of(new MethodObject(Value.Of(this), NextMethod)),
            "reset" => Value.Of(new MethodObject(Value.Of(this), ResetMethod)),
            "items" => Value.Tuple(items),
            "pos" => Value.Number(_position),
            _ => default,
        };
        return !value.IsMissing;
    }

    public override IEnumerable<Value> Held() => items;

    private Value Next()
    {
        var item = items[_position];
        _position = (_position + 1) % items.Length;
        return item;
    }
}
