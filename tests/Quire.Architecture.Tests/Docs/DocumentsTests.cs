namespace Quire.Architecture.Tests.Docs;

public sealed class DocumentsTests
{
    private static readonly string[] Files = ["README.md", "docs/a.md", "docs/self.md", "docs/adr/0001-x.md"];

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var files = TrackedFiles.All.ToHashSet(StringComparer.Ordinal);

        Documents().SelectMany(path => LinkRule.Check(path, TrackedFiles.Read(path), files, TrackedFiles.Read)).ShouldBeNone();
    }

    [Fact]
    public void The_index_names_every_page()
    {
        var linked = MarkdownText.Links(TrackedFiles.Read("docs/README.md")).Select(link => "docs/" + link.Split('#')[0]).ToHashSet(StringComparer.Ordinal);

        Documents().Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path != "docs/README.md" && !linked.Contains(path))
            .Select(path => $"docs/README.md does not link to {path}").ShouldBeNone();
    }

    [Fact]
    public void Decision_records_are_numbered_without_gaps()
    {
        var records = TrackedFiles.Own.Where(path => path.StartsWith("docs/adr/", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)[..4]).ToList();

        records.ShouldBe(Enumerable.Range(1, records.Count).Select(number => number.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_readme_is_read_in_a_minute()
    {
        if (!TrackedFiles.All.Contains("README.md"))
            Assert.Skip("README.md is not written yet");
        TrackedFiles.Read("README.md").AsSpan().Count('\n').ShouldBeLessThanOrEqualTo(150);
    }

    [Theory]
    [InlineData("[a](a.md)")]
    [InlineData("[a](./adr/0001-x.md \"title\")")]
    [InlineData("[a](../README.md)")]
    [InlineData("[a](adr)")]
    [InlineData("[a](a.md#one--two)")]
    [InlineData("# Here\n[a](#here)")]
    [InlineData("[a](https://example.org/x)")]
    [InlineData("`[a](nothing.md)`")]
    [InlineData("```\n[a](nothing.md)\n```")]
    public void A_link_that_leads_somewhere_is_fine(string text) => Check(text).ShouldBeEmpty();

    [Theory]
    [InlineData("[a](nothing.md)", "there is no docs/nothing.md")]
    [InlineData("[a](../docs/nothing.md#x)", "there is no docs/nothing.md")]
    [InlineData("[a](a.md#three)", "docs/a.md has no such heading")]
    [InlineData("![picture](pictures/one.png)", "there is no docs/pictures/one.png")]
    [InlineData("see `code` and [a](b.md)", "there is no docs/b.md")]
    public void A_link_that_leads_nowhere_is_found(string text, string expected) => Check(text).ShouldHaveSingleItem().ShouldContain(expected);

    private static IEnumerable<string> Check(string text) => LinkRule.Check("docs/self.md", text, Files, _ => "# One & two\n");

    private static IEnumerable<string> Documents() => TrackedFiles.Own.Where(path =>
        path.EndsWith(".md", StringComparison.Ordinal)
        && (path.StartsWith("docs/", StringComparison.Ordinal) || !path.Contains('/', StringComparison.Ordinal)));
}
