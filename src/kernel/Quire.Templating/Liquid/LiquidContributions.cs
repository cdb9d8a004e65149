using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{{ contributions }}</c> in the default text of an inject point.</summary>
internal sealed class LiquidContributions(LiquidMergePoint point) : LiquidNode
{
    public override Flow Run(LiquidRun run)
    {
        point.WriteFills(run);
        return Flow.Normal;
    }
}
