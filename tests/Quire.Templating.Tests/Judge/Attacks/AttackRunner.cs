using Quire.Templating.Limits;
using Quire.Templating.MergePoints;
using Quire.Templating.Tests.Judge.Support;
using Quire.Templating.Values;

namespace Quire.Templating.Tests.Judge.Attacks;

/// <summary>Parses an attack and renders it with the default budgets, fills included.</summary>
internal sealed class AttackRunner(Attack attack, RenderLimits limits)
{
    private readonly Dictionary<string, Template?> _sources = [];
    private readonly Value _variables = attack.Row.Context is { } context ? Value.FromJson(context) : Value.EmptyMap;

    /// <summary>How it ends; where a second render of the same template ends otherwise, that is said instead.</summary>
    public Outcome Run(bool twice)
    {
        var parsed = Template.Parse(attack.Expanded().Template, attack.Row.Options);
        if (parsed.Template is null)
            return RowRunner.ParseFailure(parsed);
        var first = Render(parsed.Template);
        if (!twice)
            return first;
        var second = Render(parsed.Template);
        return first == second ? first : Outcome.Failure("state", 0, $"the second render ends otherwise: {first} then {second}");
    }

    private Outcome Render(Template template)
    {
        var result = template.Render(new RenderRequest
        {
            Variables = _variables,
            Resolve = Resolve,
            Limits = limits,
            Clock = FixedClock.Instance,
            Fills = Fills(template),
        });
        return result.Error is { } error
            ? Outcome.Failure(result.Phase == RenderPhase.Limit ? "limit" : "render", error.Line, $"{error.Code} {error.Message} {error.Hint}")
            : Outcome.Text(result.Output!);
    }

    private IReadOnlyList<IReadOnlyList<MergeFill>?>? Fills(Template template) =>
        attack.Fills.Count == 0 ? null : [.. template.MergePoints.Select(FillsOf)];

    private IReadOnlyList<MergeFill>? FillsOf(MergePoint point)
    {
        var fills = attack.Fills.Where(fill => fill.MergePoint == point.Name).Select(Fill).ToList();
        return fills.Count == 0 ? null : fills;
    }

    private MergeFill Fill(AttackFill fill) =>
        fill.IsData
            ? MergeFill.Data(fill.Source, 1)
            : MergeFill.Contribution(Template.Parse(fill.Source, attack.Row.Options with { KeepTrailingNewline = true }).Template!, 1);

    private Template? Resolve(string name)
    {
        if (_sources.TryGetValue(name, out var known))
            return known;
        var template = attack.Row.Templates.TryGetValue(name, out var source)
            ? Template.Parse(source, attack.Row.Options with { Name = name }).Template
            : null;
        return _sources[name] = template;
    }
}
