using Quire.Composition.Layers;
using Quire.Composition.Locks;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;
using Quire.Templating.MergePoints;

namespace Quire.Composition.Plans;

/// <summary>Merges: checks every pair, then orders what each merge point gets.</summary>
internal sealed class PlanBuilder
{
    private readonly PromptSource _base;
    private readonly IReadOnlyList<PromptSource> _contributions;
    private readonly PointTable _points;
    private readonly Dictionary<string, List<PointFill>> _offers = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];

    private PlanBuilder(PromptSource basePrompt, IReadOnlyList<PromptSource> contributions)
    {
        _base = basePrompt;
        _contributions = LayerOrder.Sort(contributions);
        _points = PointTable.Of(basePrompt.File);
        for (var i = 0; i < _contributions.Count; i++)
        {
            foreach (var part in _contributions[i].File.Parts)
                Offer(new(i + 1, part));
        }
    }

    // By name, so that many points and many blocks meet in linear time.
    private void Offer(PointFill fill)
    {
        if (!_offers.TryGetValue(fill.Part.MergePoint, out var fills))
            _offers.Add(fill.Part.MergePoint, fills = []);
        fills.Add(fill);
    }

    public static ComposePlanResult Build(PromptSource basePrompt, IReadOnlyList<PromptSource> contributions)
    {
        if (contributions.Count > PlanLimits.MaxContributions)
            return new(null, [LockChecker.InFile(basePrompt.File, 1, CompositionCodes.TooMany, $"{contributions.Count} contributions would take part; at most {PlanLimits.MaxContributions} may.", "merge some of them into one file")]);
        return new PlanBuilder(basePrompt, contributions).Build();
    }

    private ComposePlanResult Build()
    {
        if (LockChecker.CheckBase(_base.File) is { } noBase)
            return new(null, [noBase]);
        foreach (var contribution in _contributions)
            CheckPlace(contribution);
        if (_diagnostics.Count == 0)
            CheckPairs();
        var points = _diagnostics.Count == 0 ? _points.All.ToDictionary(point => point.Name, Plan, StringComparer.Ordinal) : [];
        return _diagnostics.Count == 0
            ? new(new(_base, _contributions, points), [])
            : new(null, _diagnostics.Take(PlanLimits.MaxDiagnostics).ToList());
    }

    private void CheckPlace(PromptSource contribution)
    {
        if (LockChecker.CheckRoles(contribution.File, _base.File) is { } refusal)
        {
            if (!_diagnostics.Contains(refusal))
                _diagnostics.Add(refusal);
            return;
        }

        var header = contribution.File.Contribution!;
        if (!header.Extends.Path.Equals(_base.Path) && !_base.FormerPaths.Contains(header.Extends.Path))
            _diagnostics.Add(LockChecker.InFile(contribution.File, header.Line, CompositionCodes.OtherBase, $"`{contribution.Path}` extends `{header.Extends}`, not `{_base.Path}`.", "compose it with the prompt that it extends"));
    }

    private void CheckPairs()
    {
        foreach (var point in _points.Repeated)
            _diagnostics.Add(LockChecker.InFile(_base.File, point.Line, CompositionCodes.DuplicatePoint, $"The merge point `{point.Name}` is declared twice; the first stands in line {_points.Find(point.Name)!.Line}.", "give each merge point a name of its own") with { Column = point.Column });
        CheckDuplicates();
        for (var i = 0; i < _contributions.Count; i++)
            CheckParts(_contributions[i].File, i + 1);
        foreach (var point in _points.All.Where(point => point is { Required: true, User: false, HasDefault: false } && !_offers.ContainsKey(point.Name)))
            _diagnostics.Add(LockChecker.InFile(_base.File, point.Line, CompositionCodes.Required, $"The merge point `{point.Name}` of `{_base.Path}` is required, but no layer contributes and it has no default.", "add a contribution to it, or a default between its tags") with { Column = point.Column });
    }

    private void CheckParts(PromptFile contribution, int layer)
    {
        foreach (var part in contribution.Parts)
        {
            if (_diagnostics.Count > PlanLimits.MaxDiagnostics)
                return;
            if (LockChecker.CheckPart(contribution, part, _base.File, _points) is { } finding)
                _diagnostics.Add(finding);
            foreach (var below in _offers[part.MergePoint])
            {
                var lower = _contributions[below.Layer - 1].File;
                if (below.Layer >= layer)
                    break;
                if (below.Part.Locked && lower.Contribution!.Layer < contribution.Contribution!.Layer)
                    _diagnostics.Add(LockChecker.Locked(contribution, part, lower, below.Part));
            }
        }
    }

    private void CheckDuplicates()
    {
        var first = new Dictionary<(Prompts.LayerKind, string?), PromptSource>();
        foreach (var contribution in _contributions)
        {
            var header = contribution.File.Contribution!;
            if (!first.TryAdd((header.Layer, header.Scope?.Value), contribution))
            {
                var scope = header.Scope is null ? "no scope" : $"scope `{header.Scope}`";
                var other = first[(header.Layer, header.Scope?.Value)];
                _diagnostics.Add(LockChecker.InFile(contribution.File, header.Line, CompositionCodes.Duplicate, $"`{contribution.Path}` and `{other.Path}` both extend `{_base.Path}` as layer `{LockChecker.Name(header.Layer)}` with {scope}.", $"merge them into one file; the other is {other.File.FilePath}"));
            }
        }
    }

    private PlannedPoint Plan(DeclaredPoint point)
    {
        var offers = _offers.GetValueOrDefault(point.Name) ?? [];
        return point.Behavior switch
        {
            MergeBehavior.Prepend => new(point, offers.AsEnumerable().Reverse().ToList(), []),
            MergeBehavior.Replace when offers.Count > 0 => new(point, [offers[^1]], offers[..^1]),
            _ => new(point, offers, []),
        };
    }
}
