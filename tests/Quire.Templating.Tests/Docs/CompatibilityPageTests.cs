using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Docs;

public sealed class CompatibilityPageTests
{
    private const string Page = "COMPATIBILITY.md";
    private static readonly IReadOnlyList<(int Line, string[] Cells)> _rows = DocPage.Rows(Page, "template", "here", "Python", "why");

    public static TheoryData<int, string, string> Differences() => [.. _rows.Select(r => (r.Line, DocPage.Code(r.Cells[0]), r.Cells[1]))];

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_difference_prints_here_what_the_page_says(int line, string template, string here) =>
        Shown(RowRunner.Run(new Row { Id = $"docs/{Page}:{line}", Template = template })).ShouldBe(here, $"docs/{Page}:{line}: {template}");

    [Fact]
    public void A_difference_prints_in_python_what_the_page_says()
    {
        Oracle.Require();
        _rows.Count.ShouldBeGreaterThan(5);
        var answers = PythonAnswers.Of(_rows.Select(r => new PythonQuestion(DocPage.Code(r.Cells[0]), null, new Dictionary<string, string>(), TemplateOptions.Default)));
        for (var i = 0; i < _rows.Count; i++)
        {
            var (line, cells) = _rows[i];
            Shown(answers[i]).ShouldBe(cells[2], $"docs/{Page}:{line}: {answers[i]}");
            cells[1].ShouldNotBe(cells[2], $"docs/{Page}:{line}: this is no difference any more, take the row out");
        }
    }

    private static string Shown(Outcome outcome) => outcome.Phase switch
    {
        null => DocPage.Cell(WithoutAddress(outcome.Output!)).Replace("\\|", "|"),
        "parse" => "error when read",
        "render" => "error when rendered",
        _ => "limit",
    };

    /// <summary>Python prints where a value stands in memory.</summary>
    private static string WithoutAddress(string text)
    {
        var at = text.IndexOf(" at 0x", StringComparison.Ordinal);
        if (at < 0) return text;
        var end = at + " at 0x".Length;
        while (end < text.Length && char.IsAsciiHexDigit(text[end])) end++;
        return text[..at] + " at 0x…" + text[end..];
    }
}
