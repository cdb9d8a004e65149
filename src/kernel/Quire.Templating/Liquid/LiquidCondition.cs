namespace Quire.Templating.Liquid;

/// <summary>Comparisons joined by <c>and</c> and <c>or</c>, grouped from the right; negated for <c>unless</c>.</summary>
internal sealed class LiquidCondition(LiquidComparison[] comparisons, bool[] joinsByAnd, bool negates)
{
    public bool Holds(LiquidRun run) => HoldsFrom(run) != negates;

    /// <summary>From the right: <c>a and (b or (c and d))</c>. What cannot change the answer is not looked at.</summary>
    private bool HoldsFrom(LiquidRun run)
    {
        for (var i = 0; i < comparisons.Length - 1; i++)
        {
            var holds = comparisons[i].Holds(run);
            if (joinsByAnd[i] && !holds) return false;
            if (!joinsByAnd[i] && holds) return true;
        }
        return comparisons[^1].Holds(run);
    }
}
