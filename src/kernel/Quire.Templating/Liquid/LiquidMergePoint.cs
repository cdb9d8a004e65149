using Quire.Templating.Execution;
using Quire.Templating.MergePoints;

namespace Quire.Templating.Liquid;

/// <summary><c>{% merge_point "name" %}default{% endmerge_point %}</c>.</summary>
internal sealed class LiquidMergePoint(MergePoint point) : LiquidNode
{
    public IReadOnlyList<LiquidNode> Body { get; set; } = [];

    public override Flow Run(LiquidRun run)
    {
        var context = run.Context;
        var outer = context.MergePoint;
        context.MergePoint = point.Name;
        var fills = context.FillsOf(point.Index);
        var flow = Flow.Normal;
        if (fills is not null && point.Behavior is MergeBehavior.Prepend or MergeBehavior.Replace && fills is not null) WriteFills(run);
        if (fills is null || point.Behavior != MergeBehavior.Replace) flow = RunAll(Body, run);
        if (fills is not null && point.Behavior == MergeBehavior.Append) WriteFills(run);
        context.MergePoint = outer;
        return flow;
    }

    public void WriteFills(LiquidRun run)
    {
        if (run.Context.FillsOf(point.Index) is not { } fills) return;
        foreach (var fill in fills) FillRunner.Write(run.Context, fill, point.Name);
    }
}
