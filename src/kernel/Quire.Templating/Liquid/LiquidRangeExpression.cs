using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>(a..b)</c>.</summary>
internal sealed class LiquidRangeExpression(LiquidExpression start, LiquidExpression stop) : LiquidExpression
{
    public override Value Evaluate(LiquidRun run) =>
        Value.Of(new LiquidRange(LiquidNumbers.ToLong(LiquidNumbers.Of(start.Evaluate(run))), LiquidNumbers.ToLong(LiquidNumbers.Of(stop.Evaluate(run)))));
}
