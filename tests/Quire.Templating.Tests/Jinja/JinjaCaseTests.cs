namespace Quire.Templating.Tests.Jinja;

/// <summary>The answers in the files are those of Python's Jinja2 3.1.2, sandboxed, with `do` and `loopcontrols`.</summary>
public sealed class JinjaCaseTests
{
    [Theory]
    [InlineData("hand")]
    [InlineData("mixed")]
    [InlineData("edges")]
    public void Every_case_gives_what_python_gives(string file) =>
        CaseFile.FailuresOf("Jinja", file, Dialect.Jinja).ShouldBeEmpty();
}
