using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>A literal.</summary>
internal sealed class LiquidLiteral(Value value) : LiquidExpression
{
    public Value Value => value;

    public override Value Evaluate(LiquidRun run) => value;
}
