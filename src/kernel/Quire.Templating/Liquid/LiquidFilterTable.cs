using System.Collections.Frozen;
using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary>The filters of Liquid by name.</summary>
internal static class LiquidFilterTable
{
    private static readonly FrozenDictionary<string, LiquidFilter> All =
        ((IEnumerable<LiquidFilter>)[.. LiquidTextFilters.All, .. LiquidHtmlFilters.All, .. LiquidNumberFilters.All, .. LiquidListFilters.All, .. LiquidFindFilters.All, .. LiquidValueFilters.All])
        .ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static LiquidFilter? Find(string name) => All.GetValueOrDefault(name);

    public static string? Suggest(string name) => Suggestions.Hint(name, All.Keys);
}
