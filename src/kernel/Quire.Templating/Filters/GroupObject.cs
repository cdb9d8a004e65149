using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>A group of <c>groupby</c>: a pair that also has names.</summary>
internal sealed class GroupObject(Value grouper, Value list) : ValueObject
{
    private readonly Value _pair = Value.Tuple(grouper, list);

    public override string TypeName => "_GroupTuple";

    public override string QualifiedTypeName => "jinja2.filters._GroupTuple";

    public override long Length => 2;

    public override bool IsHashable => false;

    public override void WriteRepr(OutputBuffer output, int depth) => PythonText.WriteRepr(output, _pair, depth);

    public override bool EqualTo(in Value other) =>
        other.Ref is GroupObject group ? Equality.AreEqual(_pair, group._pair) : Equality.AreEqual(_pair, other);

    public override int HashCode() => Equality.Hash(grouper);

    public override bool TryGetAttribute(RenderContext context, string name, out Value value)
    {
        value = name switch { "grouper" => grouper, "list" => list, _ => default };
        return !value.IsMissing;
    }

    public override bool TryGetItem(RenderContext context, in Value key, out Value value) => Access.TryItem(context, _pair, key, out value);

    public override ValueIterator Iterate(RenderContext context) => new ListIterator(_pair.Items);

    public override IEnumerable<Value> Held() => [grouper, list];
}
