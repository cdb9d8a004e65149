using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>A filter with its arguments.</summary>
internal sealed class LiquidFilterCall(LiquidFilter filter, LiquidExpression[] positional, (string Name, LiquidExpression Value)[] named)
{
    public Value Apply(LiquidRun run, in Value value)
    {
        if (positional.Length < filter.Least || positional.Length > filter.Most)
            throw Errors.Type($"the filter '{filter.Name}' takes {(filter.Least == filter.Most ? filter.Least.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{filter.Least} to {filter.Most}")} arguments, not {positional.Length}");
        var arguments = new Value[positional.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = positional[i].Evaluate(run);
        var names = Array.ConvertAll(named, n => n.Name);
        var values = Array.ConvertAll(named, n => n.Value.Evaluate(run));
        run.Context.Step();
        return filter.Body(run, value, new Arguments(arguments, names, values));
    }
}
