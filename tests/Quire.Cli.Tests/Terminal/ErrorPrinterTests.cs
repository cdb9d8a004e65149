using Quire.Cli.Terminal;
using Quire.Core.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Tests.Terminal;

public sealed class ErrorPrinterTests
{
    [Fact]
    public void The_reason_the_facts_that_it_does_not_name_and_the_way_out_are_printed() => Print(new QuireError
    {
        Kind = ErrorKind.Conflict,
        Code = "stale_head",
        Message = "The branch moved from 12.",
        Hint = "Read it again.",
        Facts = new Dictionary<string, string> { ["expected"] = "12", ["actual"] = "34", ["none"] = "", ["rule"] = "QP1" },
    }).ShouldBe("quire: The branch moved from 12.\n  actual: 34\n  none: none\n  → Read it again.\n");

    [Fact]
    public void Findings_are_printed_with_their_excerpt_once() => Print(new QuireError
    {
        Kind = ErrorKind.Rejected,
        Code = "rejected",
        Message = "The commit is refused: a.prompt.md:2:3: error QT1: bad (fix it)",
        Hint = "fix it",
        Diagnostics = [Finding("bad") with { Hint = "fix it" }],
    }).ShouldBe("quire: The commit is refused:\n  a.prompt.md:2:3: error QT1: bad (fix it)\n    | {{ x\n    |    ^\n");

    [Fact]
    public void Of_many_findings_the_first_ones_are_printed_and_the_rest_counted() => Print(new QuireError
    {
        Kind = ErrorKind.Rejected,
        Code = "rejected",
        Message = "Refused",
        Diagnostics = [.. Enumerable.Range(0, 25).Select(number => Finding($"bad {number}"))],
    }).ShouldEndWith("… and 5 more\n");

    [Fact]
    public void Warnings_do_not_explain_a_refusal() => Print(new QuireError
    {
        Kind = ErrorKind.Rejected,
        Code = "rejected",
        Message = "Refused",
        Hint = "Do this.",
        Diagnostics = [Finding("only a warning") with { Severity = Severity.Warning }],
    }).ShouldBe("quire: Refused\n  → Do this.\n");

    private static Diagnostic Finding(string message) =>
        new() { Code = "QT1", Severity = Severity.Error, Message = message, File = "a.prompt.md", Line = 2, Column = 3, Excerpt = "{{ x\n   ^" };

    private static string Print(QuireError error)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ErrorPrinter.Print(writer, error);
        return writer.ToString();
    }
}
