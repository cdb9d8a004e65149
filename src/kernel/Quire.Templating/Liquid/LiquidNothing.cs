using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary>A comment.</summary>
internal sealed class LiquidNothing : LiquidNode
{
    public override bool IsBlank => true;

    public override Flow Run(LiquidRun run) => Flow.Normal;
}
