using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% filter upper %}…{% endfilter %}</c>.</summary>
internal sealed class FilterBlockStatement(FilterExpression filter, Statement[] body) : Statement
{
    private FrameEntry _entry = FrameEntry.None;

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var statement in body) visitor.Visit(statement);
        visitor.Visit(filter);
    }

    public override Flow Run(RenderContext context)
    {
        _entry.Run(context);
        var text = Capture.Text(context, body, out var flow);
        if (flow != Flow.Normal) return flow;
        context.Place = Place;
        Capture.WriteText(context, filter.ApplyChain(context, Capture.AsValue(context, text)));
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, null);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols) => symbols.Visit(filter);

    public override void Bind(Binder binder, BindFrame frame)
    {
        var inner = frame.Inner();
        new SymbolCollector(inner.Symbols).VisitAll([.. body, filter]);
        _entry = FrameEntry.Of(inner.Symbols);
        binder.BindAll(body, inner);
        SetPlace(binder.Note(Line));
        filter.Bind(binder, inner);
    }
}
