using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{% assign x = y %}</c>.</summary>
internal sealed class LiquidAssign(string name, LiquidExpression value) : LiquidNode
{
    public override bool IsBlank => true;

    public override Flow Run(LiquidRun run)
    {
        run.Assign(name, value.Evaluate(run));
        return Flow.Normal;
    }
}
