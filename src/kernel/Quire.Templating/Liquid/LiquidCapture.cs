using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>{% capture x %}…{% endcapture %}</c>.</summary>
internal sealed class LiquidCapture(string name, IReadOnlyList<LiquidNode> body) : LiquidNode
{
    public override bool IsBlank => true;

    public override Flow Run(LiquidRun run)
    {
        var text = run.Capture(body, out var flow);
        run.Assign(name, Value.String(text));
        return flow;
    }
}
