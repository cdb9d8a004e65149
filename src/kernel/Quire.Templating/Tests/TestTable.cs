using System.Collections.Frozen;
using Quire.Templating.Execution;

namespace Quire.Templating.Tests;

/// <summary>The tests of Jinja by name.</summary>
internal static class TestTable
{
    private static readonly FrozenDictionary<string, Definition> All = Build();

    public static IEnumerable<string> Names => All.Keys;

    public static Definition? Find(string name) => All.GetValueOrDefault(name);

    public static string? Suggest(string name) => Suggestions.Hint(name, All.Keys);

    private static FrozenDictionary<string, Definition> Build()
    {
        IEnumerable<Definition> definitions = [.. TypeTests.All, .. ValueTests.All, .. NumberTests.All, .. CompareTests.All, .. TextTests.All];
        return definitions.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
    }
}
