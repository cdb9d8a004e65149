using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>{% include %}</c>, which sees and changes the names around it, and <c>{% render %}</c>, which sees only what it is given.</summary>
internal sealed class LiquidPartial(LiquidExpression name, bool isIsolated) : LiquidNode
{
    /// <summary>The value bound by <c>with</c> or <c>for</c>.</summary>
    public LiquidExpression? Bound { get; set; }

    public bool IsLoop { get; set; }

    public string? Alias { get; set; }

    public List<(string Name, LiquidExpression Value)> Arguments { get; } = [];

    public override Flow Run(LiquidRun run)
    {
        var nameValue = name.Evaluate(run);
        var template = TemplateLoading.Load(run.Context, nameValue);
        var variable = Alias ?? nameValue.Text.Split('/')[^1].Split('.')[0];
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (key, value) in Arguments) values[key] = value.Evaluate(run);
        if (Bound is null) return Once(run, template, values);
        var bound = Bound.Evaluate(run);
        if (IsLoop && (bound.IsSequence || bound.Ref is LiquidRange)) return Each(run, template, values, variable, LiquidLogic.ToArray(run, bound));
        if (!isIsolated && bound.IsSequence) return Each(run, template, values, variable, LiquidLogic.ToArray(run, bound));
        values[variable] = bound;
        return Once(run, template, values);
    }

    private Flow Each(LiquidRun run, Template template, Dictionary<string, Value> values, string variable, Value[] items)
    {
        var loop = new LiquidLoop(variable, items.Length, null);
        if (isIsolated) values["forloop"] = Value.Of(loop);
        for (var i = 0; i < items.Length; i++)
        {
            run.Context.Step();
            loop.Index = i;
            values[variable] = items[i];
            var flow = Once(run, template, values);
            if (flow != Flow.Normal) return flow;
        }
        return Flow.Normal;
    }

    private Flow Once(LiquidRun run, Template template, Dictionary<string, Value> values) =>
        isIsolated ? run.RenderIsolated(template, values) : run.Include(template, values);
}
