using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary>A body of its own without effect on names: <c>{% generation %}</c> of chat templates.</summary>
internal sealed class ScopeStatement(Statement[] body) : Statement
{
    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var statement in body) visitor.Visit(statement);
    }

    public override Flow Run(RenderContext context) => RunAll(body, context);

    public override void Collect(SymbolCollector symbols) => symbols.VisitAll(body);

    public override void Bind(Binder binder, BindFrame frame) => binder.BindAll(body, frame);
}
