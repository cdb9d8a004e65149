using System.Collections.Frozen;
using Quire.Templating.Execution;

namespace Quire.Templating.Filters;

/// <summary>The filters of Jinja by name.</summary>
internal static class FilterTable
{
    private static readonly FrozenDictionary<string, Definition> All = Build();

    private static readonly Definition ChatToJson = JsonFilters.ChatToJson;

    public static IEnumerable<string> Names => All.Keys;

    public static Definition? Find(string name) => All.GetValueOrDefault(name);

    public static Definition? Find(string name, TemplateOptions options) =>
        options.ChatTemplate && name == "tojson" ? ChatToJson : All.GetValueOrDefault(name);

    public static string? Suggest(string name) => Suggestions.Hint(name, All.Keys);

    private static FrozenDictionary<string, Definition> Build()
    {
        IEnumerable<Definition> definitions =
        [
            .. CaseFilters.All, .. TextFilters.All, .. WrapFilters.All, .. NumberFilters.All, .. SequenceFilters.All, .. OrderFilters.All, .. SelectFilters.All,
            .. MapFilters.All, .. HtmlFilters.All, .. JsonFilters.All, .. ValueFilters.All, .. DebugFilters.All,
        ];
        return definitions.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
    }
}
