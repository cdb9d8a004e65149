using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{% break %}</c> and <c>{% continue %}</c>.</summary>
internal sealed class LiquidJump(Flow flow) : LiquidNode
{
    public override Flow Run(LiquidRun run) => flow;
}
