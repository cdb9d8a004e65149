using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{{ x | filter }}</c> and <c>{% echo %}</c>.</summary>
internal sealed class LiquidOutput(LiquidExpression expression) : LiquidNode
{
    public override Flow Run(LiquidRun run)
    {
        run.Print(expression.Evaluate(run), expression.Root);
        return Flow.Normal;
    }
}
