using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>The <c>self</c> of a template: its blocks by name.</summary>
internal sealed class SelfObject(TemplateScope scope) : ValueObject
{
    public override string TypeName => "TemplateReference";

    public override string QualifiedTypeName => "jinja2.runtime.TemplateReference";

    public override void WriteRepr(OutputBuffer output, int depth)
    {
        output.Write("<TemplateReference ");
        PythonText.WriteRepr(output, scope.Template.Name is { } name ? Value.String(name) : Value.None, depth);
        output.Write('>');
    }

    public override bool TryGetItem(RenderContext context, in Value key, out Value value)
    {
        value = default;
        if (!key.IsText || scope.Blocks is null || !scope.Blocks.ContainsKey(key.Text)) return false;
        value = Value.Of(new BlockReference(scope, key.Text, 0));
        return true;
    }
}
