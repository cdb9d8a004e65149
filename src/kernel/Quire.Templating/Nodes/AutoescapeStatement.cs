using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% autoescape true %}…{% endautoescape %}</c>.</summary>
internal sealed class AutoescapeStatement(Expression flag, Statement[] body) : Statement
{
    private Expression _flag = flag;
    private FrameEntry _entry = FrameEntry.None;

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_flag);
        foreach (var statement in body) visitor.Visit(statement);
    }

    public override Flow Run(RenderContext context)
    {
        _entry.Run(context);
        context.Place = Place;
        var old = context.AutoEscape;
        context.AutoEscape = _flag.Test(context);
        var flow = RunAll(body, context);
        context.AutoEscape = old;
        return flow;
    }

    public override void Collect(SymbolCollector symbols)
    {
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        var inner = frame.Inner();
        new SymbolCollector(inner.Symbols).VisitAll([_flag, .. body]);
        _entry = FrameEntry.Of(inner.Symbols);
        SetPlace(binder.Line);
        _flag = _flag.Bind(binder, inner);
        binder.BindAll(body, inner);
    }
}
