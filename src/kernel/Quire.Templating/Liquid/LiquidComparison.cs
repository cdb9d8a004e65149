namespace Quire.Templating.Liquid;

/// <summary>One value that is true, or two that compare.</summary>
internal sealed class LiquidComparison(LiquidExpression left, string? op, LiquidExpression? right)
{
    public bool Holds(LiquidRun run)
    {
        run.Context.Step();
        var value = left.Evaluate(run);
        return op is null ? LiquidLogic.IsTrue(value) : LiquidLogic.Compare(run, value, op, right!.Evaluate(run));
    }
}
