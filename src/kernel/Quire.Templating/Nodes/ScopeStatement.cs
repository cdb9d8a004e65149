using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary>A body with names of its own: <c>{% generation %}</c> of chat templates.</summary>
internal sealed class ScopeStatement(Statement[] body) : Statement
{
    private FrameEntry _entry = FrameEntry.None;

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var statement in body) visitor.Visit(statement);
    }

    public override Flow Run(RenderContext context)
    {
        _entry.Run(context);
        return RunAll(body, context);
    }

    public override void Collect(SymbolCollector symbols)
    {
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        var inner = frame.Inner();
        new SymbolCollector(inner.Symbols).VisitAll(body);
        _entry = FrameEntry.Of(inner.Symbols);
        binder.BindAll(body, inner);
    }
}
