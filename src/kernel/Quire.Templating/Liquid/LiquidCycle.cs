using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{% cycle 'group': a, b %}</c>.</summary>
internal sealed class LiquidCycle(LiquidExpression? group, LiquidExpression[] values, string text) : LiquidNode
{
    public override Flow Run(LiquidRun run)
    {
        var key = group is null ? "*" + text : "=" + LiquidLogic.Text(run, group.Evaluate(run));
        var index = run.Cycles.GetValueOrDefault(key);
        if (index < values.Length) run.Print(values[index].Evaluate(run), values[index].Root);
        run.Cycles[key] = index + 1 >= values.Length ? 0 : index + 1;
        return Flow.Normal;
    }
}
