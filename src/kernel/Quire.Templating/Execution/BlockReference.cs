using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>What <c>super</c> and <c>self.name</c> give: a body of a block that can be called.</summary>
internal sealed class BlockReference(TemplateScope scope, string name, int index) : ValueObject
{
    public override string TypeName => "BlockReference";

    public override string QualifiedTypeName => "jinja2.runtime.BlockReference";

    public override bool IsCallable => true;

    public static Value Super(RenderContext context, TemplateScope scope, string name, int index) =>
        index + 1 < scope.Blocks![name].Count
            ? Value.Of(new BlockReference(scope, name, index + 1))
            : context.MakeUndefined(new UndefinedInfo("super", $"there is no parent block called '{name}'."));

    public override bool TryGetAttribute(RenderContext context, string attribute, out Value value)
    {
        value = attribute switch
        {
            "super" => Super(context, scope, name, index),
            "name" => Value.String(name),
            _ => default,
        };
        return !value.IsMissing;
    }

    public override Value Call(RenderContext context, in Arguments arguments)
    {
        if (arguments.Count > 0 || arguments.Names.Length > 0) throw Errors.Type("a block takes no arguments");
        var mark = context.Output.Length;
        var provenance = context.Provenance;
        context.Provenance = null;
        BlockRunner.Run(context, scope, name, index);
        context.Provenance = provenance;
        return Capture.AsValue(context, context.Take(mark));
    }
}
