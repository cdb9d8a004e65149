using System.Reflection;
using Quire.Templating.Diagnostics;
using Quire.Templating.MergePoints;

namespace Quire.Templating.Tests.Docs;

public sealed class DiagnosticsPageTests
{
    private const string Page = "diagnostics.md";

    public static TheoryData<string, string> Examples() =>
        [.. Rows().Where(r => r.Cells[3].StartsWith('`')).Select(r => (r.Cells[0], DocPage.Code(r.Cells[3])))];

    [Fact]
    public void Every_code_has_its_row_and_every_row_its_code()
    {
        var codes = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();
        codes.Count.ShouldBeGreaterThan(30);
        codes.ShouldBeUnique();
        Rows().Select(r => r.Cells[0]).ShouldBe(codes, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_a_code_ends_with_it(string code, string example) => Diagnose(example).ShouldBe(code, example);

    private static IReadOnlyList<(int Line, string[] Cells)> Rows() => DocPage.Rows(Page, "code", "meaning", "way out", "example");

    private static string? Diagnose(string example)
    {
        if (example.Contains("contribute", StringComparison.Ordinal)) return ContributionParser.Parse(example, Dialect.Jinja).Diagnostics.FirstOrDefault()?.Code;
        var parsed = Template.Parse(example);
        return parsed.Template is null
            ? parsed.Diagnostics[0].Code
            : parsed.Template.Render(new RenderRequest()).Error?.Code;
    }
}
