namespace Quire.Architecture.Tests;

public sealed class AllowListTests
{
    [Theory]
    [InlineData("src/A.cs", true)]
    [InlineData("src/data/deep/B.cs", true)]
    [InlineData("src/database.cs", false)]
    [InlineData("src/A.cs.txt", false)]
    public void A_path_is_allowed_by_itself_or_by_its_folder(string path, bool allowed) =>
        new AllowList("x", "# note\nsrc/A.cs: a table\nsrc/data/: tables\n").Allows(path).ShouldBe(allowed);

    [Theory]
    [InlineData("src/A.cs")]
    [InlineData("src/A.cs: one\nsrc/A.cs: two")]
    public void An_exception_needs_one_reason(string text) =>
        Should.Throw<InvalidOperationException>(() => new AllowList("x", text));
}
