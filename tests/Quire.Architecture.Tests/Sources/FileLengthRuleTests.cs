namespace Quire.Architecture.Tests.Sources;

public sealed class FileLengthRuleTests
{
    private static readonly AllowList None = new("x", "");
    private static readonly AllowList Table = new("x", "src/A.cs: a table");

    [Fact]
    public void Every_source_file_is_short_or_listed_with_a_reason()
    {
        var allowed = AllowList.Load("long-files.txt");

        TrackedFiles.Own.Where(FileLengthRule.Applies)
            .SelectMany(path => FileLengthRule.Check(path, TrackedFiles.Read(path), allowed)).ShouldBeNone();
    }

    [Fact]
    public void Every_listed_file_exists() =>
        AllowList.Load("long-files.txt").Paths.Where(path => !path.EndsWith('/')).Except(TrackedFiles.All, StringComparer.Ordinal)
            .Select(path => $"Allowed/long-files.txt lists {path}, which is gone").ShouldBeNone();

    [Fact]
    public void A_long_file_is_found() => FileLengthRule.Check("src/A.cs", Lines(400), None).ShouldHaveSingleItem().ShouldContain("400 lines");

    [Fact]
    public void A_file_just_below_the_limit_is_fine() => FileLengthRule.Check("src/A.cs", Lines(399), None).ShouldBeEmpty();

    [Fact]
    public void A_listed_file_may_be_long() => FileLengthRule.Check("src/A.cs", Lines(900), Table).ShouldBeEmpty();

    [Fact]
    public void A_listed_file_that_became_short_is_found() => FileLengthRule.Check("src/A.cs", Lines(10), Table).ShouldHaveSingleItem();

    private static string Lines(int count) => new('\n', count);
}
