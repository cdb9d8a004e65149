using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{% set x | filter %}…{% endset %}</c>.</summary>
internal sealed class SetBlockStatement(Expression target, FilterExpression? filter, Statement[] body) : Statement
{
    private FrameEntry _entry = FrameEntry.None;
    private NameExpression[] _exports = [];

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(target);
        if (filter is not null) visitor.Visit(filter);
        foreach (var statement in body) visitor.Visit(statement);
    }

    public override Flow Run(RenderContext context)
    {
        _entry.Run(context);
        var text = Capture.Text(context, body, out var flow);
        if (flow != Flow.Normal) return flow;
        context.Place = Place;
        if (target is NamespaceTarget space) space.Check(context);
        var value = Capture.AsValue(context, text);
        if (filter is not null) value = Finish(context, filter.ApplyChain(context, value));
        Unpacking.Assign(context, target, value);
        SetStatement.Export(context, _exports);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols) => symbols.Visit(target);

    public override void Bind(Binder binder, BindFrame frame)
    {
        binder.BeginAssignment();
        var inner = frame.Inner() with { ChecksOutput = false };
        var collector = new SymbolCollector(inner.Symbols);
        collector.VisitAll(body);
        if (filter is not null) collector.Visit(filter);
        _entry = FrameEntry.Of(inner.Symbols);
        binder.BindAll(body, inner);
        SetPlace(binder.Note(Line));
        target.Bind(binder, frame);
        filter?.Bind(binder, inner);
        _exports = SetStatement.ExportsOf(target, binder.EndAssignment(frame));
    }

    private static Value Finish(RenderContext context, in Value value) =>
        context.AutoEscape && value.Tag != Tag.Markup ? Value.Markup(PythonText.Str(context, value)) : value;
}
