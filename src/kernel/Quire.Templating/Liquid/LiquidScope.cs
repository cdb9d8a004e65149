using Quire.Templating.Diagnostics;
using Quire.Templating.Jinja;
using Quire.Templating.Parameters;

namespace Quire.Templating.Liquid;

/// <summary>What reading a template knows beside the tag at hand: names that are its own, names it reads, filters it may use.</summary>
internal sealed class LiquidScope(TemplateOptions options)
{
    private readonly HashSet<string> _own = new(StringComparer.Ordinal) { "forloop", "tablerowloop" };
    private readonly List<(string Name, int Position)> _reads = [];

    public int MaxDepth { get; } = Math.Clamp(options.MaxParserDepth, 1, 200);

    public TemplateOptions Options => options;

    public void Own(string name) => _own.Add(name);

    public void Read(string name, int position)
    {
        if (!_own.Contains(name)) _reads.Add((name, position));
    }

    public LiquidFilter FindFilter(string name, LiquidScanner scanner, int position)
    {
        if (options.AllowedFilters is { } allowed && !allowed.Contains(name))
            throw new ParseException(Codes.FilterNotAllowed, $"the filter '{name}' is not allowed here", scanner.Line, position, "the settings name the filters that are");
        return LiquidFilterTable.Find(name) ?? throw new ParseException(Codes.UnknownFilter, $"there is no filter '{name}'", scanner.Line, position, LiquidFilterTable.Suggest(name));
    }

    public IReadOnlyList<Parameter> Parameters(string source)
    {
        var places = new PlaceReader(source, options);
        return
        [
            .. _reads.DistinctBy(r => r).OrderBy(r => r.Position).Select(r => (r.Name, Use: places.Of(r.Position))).GroupBy(r => r.Name, StringComparer.Ordinal)
                .Select(g => new Parameter { Name = g.Key, Uses = [.. g.Select(r => r.Use)], Required = true }),
        ];
    }
}
