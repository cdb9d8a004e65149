using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.MergePoints;

namespace Quire.Templating.Nodes;

/// <summary><c>{% merge_point "name" %}default{% endmerge_point %}</c>. Only the points of the request's own template can be filled.</summary>
internal sealed class MergePointStatement : Statement
{
    private bool _checks;
    private bool _isDropped;

    public required string Name { get; init; }

    public required int Index { get; init; }

    public required MergeBehavior Behavior { get; init; }

    /// <summary>The default text; set once it was read.</summary>
    public Statement[] Body { get; set; } = [];

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var statement in Body) visitor.Visit(statement);
    }

    public override Flow Run(RenderContext context)
    {
        if (_isDropped || (_checks && context.Scope.Parent is not null)) return Flow.Normal;
        context.Place = Place;
        var outer = context.MergePoint;
        context.MergePoint = Name;
        var flow = Write(context);
        context.MergePoint = outer;
        return flow;
    }

    public void WriteFills(RenderContext context)
    {
        if (context.FillsOf(Index) is not { } fills) return;
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, null);
        foreach (var fill in fills) FillRunner.Write(context, fill, Name);
    }

    public override void Collect(SymbolCollector symbols) => symbols.VisitAll(Body);

    public override void Bind(Binder binder, BindFrame frame)
    {
        _checks = frame.ChecksOutput;
        _isDropped = _checks && binder.HasKnownExtends;
        SetPlace(binder.Note(Line));
        binder.BindAll(Body, frame);
    }

    private Flow Write(RenderContext context)
    {
        var fills = context.FillsOf(Index);
        if (fills is null || Behavior == MergeBehavior.Inject) return RunAll(Body, context);
        switch (Behavior)
        {
            case MergeBehavior.Replace:
                WriteFills(context);
                return Flow.Normal;
            case MergeBehavior.Prepend:
                WriteFills(context);
                return RunAll(Body, context);
            default:
                var flow = RunAll(Body, context);
                if (flow == Flow.Normal) WriteFills(context);
                return flow;
        }
    }
}
