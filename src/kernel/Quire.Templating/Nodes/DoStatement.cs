using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% do x %}</c>.</summary>
internal sealed class DoStatement(Expression expression) : Statement
{
    private Expression _expression = expression;

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_expression);

    public override Flow Run(RenderContext context)
    {
        context.Place = Place;
        _expression.Evaluate(context);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols) => symbols.Visit(_expression);

    public override void Bind(Binder binder, BindFrame frame)
    {
        SetPlace(binder.Note(Line));
        _expression = _expression.Bind(binder, frame);
    }
}
