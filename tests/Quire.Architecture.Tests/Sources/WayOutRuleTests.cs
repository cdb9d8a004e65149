namespace Quire.Architecture.Tests.Sources;

public sealed class WayOutRuleTests
{
    private static readonly AllowList None = new("x", "");

    [Fact]
    public void Nothing_opens_connections_but_the_guarded_way_out()
    {
        var allowed = AllowList.Load("connections.txt");

        TrackedFiles.Own.Where(WayOutRule.Applies)
            .SelectMany(path => WayOutRule.Check(path, TrackedFiles.Read(path), allowed)).ShouldBeNone();
    }

    [Fact]
    public void A_client_of_its_own_is_found() =>
        WayOutRule.Check("src/A.cs", "var client = new HttpClient();", None).ShouldHaveSingleItem().ShouldContain("HttpClient");

    [Fact]
    public void A_word_in_a_comment_is_no_connection() => WayOutRule.Check("src/A.cs", "// no HttpClient here", None).ShouldBeEmpty();

    [Fact]
    public void A_listed_folder_may() =>
        WayOutRule.Check("src/out/A.cs", "new HttpClient()", new AllowList("x", "src/out/: the way out")).ShouldBeEmpty();
}
