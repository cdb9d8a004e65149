using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>What <c>namespace()</c> makes: names that <c>{% set ns.x = … %}</c> may write from inside loops.</summary>
internal sealed class NamespaceObject(MapObject names) : ValueObject
{
    public MapObject Names => names;

    public override string TypeName => "Namespace";

    public override string QualifiedTypeName => "jinja2.utils.Namespace";

    public override bool TryGetAttribute(RenderContext context, string name, out Value value) => names.TryGet(name, out value);

    public override void WriteRepr(OutputBuffer output, int depth)
    {
        if (!output.Enter(this))
        {
            output.Write("<Namespace {...}>");
            return;
        }
        output.Write("<Namespace ");
        PythonText.WriteRepr(output, Value.Of(names), depth + 1);
        output.Write('>');
        output.Leave();
    }

    public override IEnumerable<Value> Held() => [Value.Of(names)];
}
