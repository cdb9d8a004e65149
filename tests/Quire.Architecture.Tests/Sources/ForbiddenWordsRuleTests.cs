namespace Quire.Architecture.Tests.Sources;

public sealed class ForbiddenWordsRuleTests
{
    private static readonly AllowList None = new("x", "");

    [Fact]
    public void No_file_names_a_workplace_or_an_assistant()
    {
        var tools = AllowList.Load("tool-names.txt");

        TrackedFiles.Own.SelectMany(path => ForbiddenWordsRule.Check(path, TrackedFiles.Read(path), tools)).ShouldBeNone();
    }

    [Theory]
    [InlineData("see /work", "/main/x")]
    [InlineData("\"resolved\": \"https://registry.npm", "JS.org/x\"")]
    [InlineData("written by CLA", "UDE")]
    [InlineData("Co-authored", "-By: someone")]
    public void A_forbidden_word_is_found(string start, string end) =>
        ForbiddenWordsRule.Check("a.md", start + end, None).ShouldHaveSingleItem();

    [Theory]
    [InlineData("the framework/main folder")]
    [InlineData("a co", "author")]
    public void Ordinary_words_are_not(string start, string end = "") => ForbiddenWordsRule.Check("a.md", start + end, None).ShouldBeEmpty();

    [Fact]
    public void A_listed_file_may_speak_of_tools_but_not_of_places()
    {
        var tools = new AllowList("x", "docs/tools.md: describes the integrations");

        ForbiddenWordsRule.Check("docs/tools.md", "Cla" + "ude Code", tools).ShouldBeEmpty();
        ForbiddenWordsRule.Check("docs/tools.md", "/work" + "/main", tools).ShouldHaveSingleItem();
    }
}
