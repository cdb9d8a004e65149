using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{% increment x %}</c> and <c>{% decrement x %}</c>.</summary>
internal sealed class LiquidCounter(string name, int step) : LiquidNode
{
    public override Flow Run(LiquidRun run)
    {
        var value = run.Counters.GetValueOrDefault(name);
        run.Counters[name] = value + step;
        run.Print(Values.Value.Number(step > 0 ? value : value - 1), null);
        return Flow.Normal;
    }
}
