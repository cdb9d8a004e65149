using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{% ifchanged %}</c>: prints only where the text is not that of the last time.</summary>
internal sealed class LiquidIfChanged(IReadOnlyList<LiquidNode> body) : LiquidNode
{
    public override Flow Run(LiquidRun run)
    {
        var text = run.Capture(body, out var flow);
        if (text == run.LastChanged) return flow;
        run.LastChanged = text;
        run.Write(text, null);
        return flow;
    }
}
