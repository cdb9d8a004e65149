namespace Quire.Templating.Values;

/// <summary>
/// Lets comparisons deep inside collections spend the steps of the render that runs on this thread, without passing it through every
/// signature; outside of a render they are free.
/// </summary>
internal static class ComparisonBudget
{
    [ThreadStatic]
    private static Execution.RenderContext? _context;

    public static Execution.RenderContext? Current => _context;

    public static Execution.RenderContext? Enter(Execution.RenderContext? context)
    {
        var previous = _context;
        _context = context;
        return previous;
    }

    public static void Spend() => _context?.Spend(1);
}
