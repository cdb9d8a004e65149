using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>An expression and the filters behind it.</summary>
internal sealed class LiquidFiltered(LiquidExpression operand, LiquidFilterCall[] filters) : LiquidExpression
{
    public override string? Root => operand.Root;

    public override Value Evaluate(LiquidRun run)
    {
        var value = operand.Evaluate(run);
        foreach (var filter in filters) value = filter.Apply(run, value);
        return value;
    }
}
