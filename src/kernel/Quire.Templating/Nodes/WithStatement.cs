using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% with a = 1, b = 2 %}…{% endwith %}</c>.</summary>
internal sealed class WithStatement(Expression[] targets, Expression[] values, Statement[] body) : Statement
{
    private FrameEntry _entry = FrameEntry.None;

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var target in targets) visitor.Visit(target);
        foreach (var value in values) visitor.Visit(value);
        foreach (var statement in body) visitor.Visit(statement);
    }

    public override Flow Run(RenderContext context)
    {
        _entry.Run(context);
        context.Place = Place;
        for (var i = 0; i < targets.Length; i++) Unpacking.Assign(context, targets[i], values[i].Evaluate(context));
        return RunAll(body, context);
    }

    public override void Collect(SymbolCollector symbols)
    {
        foreach (var value in values) symbols.Visit(value);
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        var inner = frame.Inner();
        var collector = new SymbolCollector(inner.Symbols);
        collector.VisitAll(targets);
        collector.VisitAll(body);
        _entry = FrameEntry.Of(inner.Symbols);
        SetPlace(binder.Line);
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i].Bind(binder, inner);
            values[i] = values[i].Bind(binder, frame);
        }
        binder.BindAll(body, inner);
    }
}
