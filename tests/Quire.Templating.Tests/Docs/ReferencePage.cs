using System.Globalization;
using System.Text;
using System.Text.Json;
using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Liquid;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Docs;

/// <summary>Makes docs/templates/filters-and-tests.md of the engine's own tables, of a phrase about each, and of what the examples print.</summary>
internal static class ReferencePage
{
    public const string Page = "templates/filters-and-tests.md";

    public static readonly TemplateOptions Chat = TemplateOptions.Default with { ChatTemplate = true };

    private static readonly TemplateOptions _liquid = TemplateOptions.Default with { Dialect = Dialect.Liquid };

    private static readonly JsonElement _people = JsonDocument.Parse("""{"people": [{"name": "Ada", "age": 36}, {"name": "Bob"}]}""").RootElement;

    public static string Make()
    {
        var page = new StringBuilder();
        page.Append("# Filters and tests\n\nThis page is made by a test from the tables of the engine; what the examples print was printed by it. ")
            .Append("After a change run the tests with `QUIRE_APPROVE=1`.\nAn argument with `?` may be left out; `⏎` stands for a newline; `people` is `[{\"name\": \"Ada\", \"age\": 36}, {\"name\": \"Bob\"}]`.\n");
        Table(page, "Filters of Jinja", "gives", "jinja-filters.txt", FilterTable.Names, e => Signature(FilterTable.Find(e.Name)!, e), TemplateOptions.Default);
        Table(page, "Tests of Jinja", "holds for", "jinja-tests.txt", TestTable.Names, e => Signature(TestTable.Find(e.Name)!, e), TemplateOptions.Default);
        Table(page, "Functions of Jinja", "gives", "jinja-functions.txt", GlobalTable.For(Chat).Keys, e => e.Arguments!, Chat);
        Table(page, "Filters of Liquid", "gives", "liquid-filters.txt", LiquidFilterTable.Names, e => Count(LiquidFilterTable.Find(e.Name)!), _liquid);
        return page.ToString();
    }

    private static void Table(StringBuilder page, string title, string meaning, string file, IEnumerable<string> names, Func<ReferenceEntry, string> signature, TemplateOptions options)
    {
        var entries = ReferenceEntry.Read(file);
        entries.Select(e => e.Name).Order(StringComparer.Ordinal).ShouldBe(names.Order(StringComparer.Ordinal), $"Docs/Reference/{file} has a line for each name of the engine");
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n| name | {meaning} | example | prints |\n|---|---|---|---|\n");
        foreach (var entry in entries)
            page.Append(CultureInfo.InvariantCulture, $"| `{signature(entry)}` | {entry.Meaning.Replace("|", "\\|")} | {DocPage.Cell(entry.Example)} | {DocPage.Cell(Render(entry, options))} |\n");
    }

    private static string Signature(Definition definition, ReferenceEntry entry)
    {
        if (definition.Parameters is null) return entry.Arguments ?? throw new InvalidOperationException($"{entry.Name} takes any arguments; its line says which");
        var parameters = definition.Parameters.Select((p, i) => i < definition.Required ? p : p + "?");
        return definition.Parameters.Length == 0 || !char.IsLetter(entry.Name[0]) ? entry.Name : $"{entry.Name}({string.Join(", ", parameters)})";
    }

    private static string Count(LiquidFilter filter) =>
        filter.Most == 0 ? filter.Name : $"{filter.Name}: {string.Join(", ", Enumerable.Range(1, filter.Most).Select(i => i <= filter.Least ? "…" : "…?"))}";

    private static string Render(ReferenceEntry entry, TemplateOptions options)
    {
        var outcome = RowRunner.Run(new Row { Id = entry.Name, Template = entry.Example, Options = options, Context = _people });
        return outcome.Output ?? throw new InvalidOperationException($"the example of {entry.Name}: {outcome}");
    }
}
