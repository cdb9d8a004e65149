using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Trees;

public sealed class TreeRulesTests
{
    [Theory]
    [InlineData(".git")]
    [InlineData(".GIT")]
    [InlineData("a/.Git/config")]
    [InlineData(".git. ")]
    [InlineData(".git ...")]
    [InlineData("git~1")]
    [InlineData("GIT~1/x")]
    [InlineData(".git::$INDEX_ALLOCATION")]
    [InlineData(".g\u200cit")]
    [InlineData("\ufeff.git")]
    [InlineData("a\\.git")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a\0b")]
    public void Paths_that_git_or_a_file_system_would_misread_are_refused(string path)
    {
        var error = Should.Throw<VersioningException>(() => TreeRules.Base.Check(path, EntryMode.File));

        error.Code.ShouldBe(VersioningCodes.RefusedPath);
        error.Subject.ShouldBe(path);
        error.Hint.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(".gitignore")]
    [InlineData("git")]
    [InlineData("git~2")]
    [InlineData(".github/x")]
    [InlineData("a/b.c/d e")]
    [InlineData("é/𝒜")]
    [InlineData("...")]
    public void Other_paths_are_taken(string path) => TreeRules.Base.Check(path, EntryMode.Executable);

    [Fact]
    public void Rules_of_a_caller_are_asked_after_the_base_rules()
    {
        var rules = TreeRules.Base.Also((path, _) => path.Contains('!') ? "an exclamation mark" : null).Also((path, mode) => mode == EntryMode.Executable ? "the mode of a program" : null);

        rules.Check("fine", EntryMode.File);
        Should.Throw<VersioningException>(() => rules.Check("no!", EntryMode.File)).Message.ShouldBe("The path 'no!' has an exclamation mark.");
        Should.Throw<VersioningException>(() => rules.Check("run", EntryMode.Executable)).Code.ShouldBe(VersioningCodes.RefusedPath);
        Should.Throw<VersioningException>(() => rules.CheckEntry("a", new TreeEntry(EntryMode.File, "no!", default))).Subject.ShouldBe("a/no!");
    }
}
