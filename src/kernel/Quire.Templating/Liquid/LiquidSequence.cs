using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary>Several nodes as one: the body of <c>{% liquid %}</c>.</summary>
internal sealed class LiquidSequence(IReadOnlyList<LiquidNode> body) : LiquidNode
{
    public override bool IsBlank => AreBlank(body);

    public override Flow Run(LiquidRun run) => RunAll(body, run);

    public override void DropBlanks() => DropBlanks(body);
}
