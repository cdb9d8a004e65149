using System.Runtime.CompilerServices;
using Quire.Templating.Filters;
using Quire.Templating.Liquid;

namespace Quire.Templating.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_filter_and_test_stands_in_its_table()
    {
        var jinja = Page("templates/jinja.md");
        foreach (var name in FilterTable.Names.Concat(TestTable.Names)) jinja.ShouldContain($"| `{name}` |");
        var liquid = Page("templates/liquid.md");
        foreach (var name in LiquidFilterTable.Names) liquid.ShouldContain($"| `{name}` |");
    }

    [Theory]
    [InlineData("jinja", Dialect.Jinja)]
    [InlineData("liquid", Dialect.Liquid)]
    [InlineData("mustache", Dialect.Mustache)]
    [InlineData("variables", Dialect.Variables)]
    public void Every_example_can_be_read(string page, Dialect dialect)
    {
        var text = Page($"templates/{page}.md");
        var start = text.IndexOf($"```{page}\n", StringComparison.Ordinal) + page.Length + 4;
        var end = text.IndexOf("\n```", start, StringComparison.Ordinal);
        Template.Parse(text[start..end], new TemplateOptions { Dialect = dialect }).Diagnostics.ShouldBeEmpty();
    }

    private static string Page(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", name));
}
