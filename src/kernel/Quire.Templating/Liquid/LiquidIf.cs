using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{% if %}</c> and <c>{% unless %}</c>: the first branch whose condition holds; a null condition always does.</summary>
internal sealed class LiquidIf : LiquidNode
{
    private readonly List<(LiquidCondition? Condition, IReadOnlyList<LiquidNode> Body)> _branches;

    public LiquidIf(List<(LiquidCondition? Condition, IReadOnlyList<LiquidNode> Body)> branches)
    {
        _branches = branches;
        IsBlank = branches.TrueForAll(b => AreBlank(b.Body));
        if (IsBlank) branches.ForEach(b => DropBlanks(b.Body));
    }

    public override bool IsBlank { get; }

    public override Flow Run(LiquidRun run)
    {
        foreach (var (condition, body) in _branches)
            if (condition is null || condition.Holds(run)) return RunAll(body, run);
        return Flow.Normal;
    }
}
