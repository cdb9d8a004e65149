using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{{ contributions }}</c> in the default text of an inject point: stands for what the layers contribute.</summary>
internal sealed class ContributionsExpression(MergePointStatement point) : Expression
{
    public override Value Evaluate(RenderContext context)
    {
        var mark = context.Output.Length;
        var provenance = context.Provenance;
        context.Provenance = null;
        point.WriteFills(context);
        context.Provenance = provenance;
        return Value.Markup(context.Take(mark));
    }

    public override void Emit(RenderContext context) => point.WriteFills(context);

    public override void Collect(SymbolCollector symbols)
    {
    }

    public override Expression Bind(Binder binder, BindFrame frame) => this;
}
