using Quire.Templating.Diagnostics;
using Quire.Templating.Nodes;

namespace Quire.Templating.Parameters;

/// <summary>Gathers the names that binding finds to come from the request.</summary>
internal sealed class ParameterCollector(UsageFinder usages)
{
    private readonly List<(string Name, int Position, Usage Usage)> _reads = [];
    private readonly Dictionary<string, int> _own = new(StringComparer.Ordinal);

    public void Read(NameExpression name) => _reads.Add((name.Name, name.Position, usages.Of(name)));

    /// <summary>A name the template itself sets at top level: what is bound later and reads it does not read the request.</summary>
    public void Own(string name) => _own.TryAdd(name, _reads.Count);

    public IReadOnlyList<Parameter> Finish(string source, TemplateOptions options, IEnumerable<string> globals)
    {
        var known = globals.ToHashSet(StringComparer.Ordinal);
        var places = new PlaceReader(source, options);
        return
        [
            .. _reads.Where((r, i) => (!_own.TryGetValue(r.Name, out var from) || i < from) && !known.Contains(r.Name)).DistinctBy(r => (r.Name, r.Position)).OrderBy(r => r.Position)
                .Select(r => (r.Name, r.Usage, Use: places.Of(r.Position)))
                .GroupBy(r => r.Name, StringComparer.Ordinal)
                .Select(g => new Parameter
                {
                    Name = g.Key,
                    Uses = [.. g.Select(r => r.Use)],
                    InferredType = g.Aggregate(ParameterType.Any, (type, r) => Usage.Merge(type, r.Usage.Type)),
                    Required = g.Any(r => !r.Usage.IsDefaulted),
                    Defaulted = g.Any(r => r.Usage.IsDefaulted),
                    Members = [.. g.Select(r => r.Usage.Member).OfType<string>().Distinct(StringComparer.Ordinal)],
                }),
        ];
    }
}
