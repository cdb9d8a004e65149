using Quire.Versioning.History;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.History;

public sealed class LogTests : IClassFixture<BundleFixture>
{
    private readonly BundleFixture _bundle;
    private readonly CommitHistory _history;

    public LogTests(BundleFixture bundle)
    {
        _bundle = bundle;
        _history = new CommitHistory(bundle.Store);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(null, true)]
    [InlineData("summarize/system.md", false)]
    [InlineData("extract_wisdom", false)]
    [InlineData("extract_wisdom/system.md", true)]
    [InlineData("no/such/path", false)]
    public void A_log_by_time_is_that_of_git_whatever_the_page_size(string? path, bool firstParent)
    {
        string[] options = [.. firstParent ? (string[])["--first-parent"] : [], "main", .. path is null ? [] : (string[])["--", path]];
        var expected = _bundle.Repo.Git(["log", "--format=%H", .. options]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var pageSize in (int[])[7, 50, 10_000])
            Pages(new LogQuery { Path = path, FirstParentOnly = firstParent, PageSize = pageSize }).ShouldBe(expected);
    }

    [Fact]
    public void A_topological_log_is_that_of_git_and_never_shows_a_parent_before_its_child()
    {
        var expected = _bundle.Repo.Git("log", "--date-order", "--format=%H", "main").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Pages(new LogQuery { Order = LogOrder.Topological, PageSize = 100 }).ShouldBe(expected);
    }

    [Fact]
    public void A_page_that_looks_at_too_many_commits_comes_back_short_with_a_cursor()
    {
        var page = _history.Log(_bundle.Tip, new LogQuery { Path = "no/such/path", MaxVisited = 10 });

        page.Commits.ShouldBeEmpty();
        page.Next.ShouldNotBeNull();
    }

    [Fact]
    public void A_cursor_of_another_log_is_refused()
    {
        var page = _history.Log(_bundle.Tip, new LogQuery { PageSize = 3 });

        Should.Throw<VersioningException>(() => _history.Log(_bundle.Tip, new LogQuery { Path = "summarize", Cursor = page.Next })).Code.ShouldBe(VersioningCodes.BadCursor);
        Should.Throw<VersioningException>(() => _history.Log(_bundle.Tip, new LogQuery { Cursor = "nonsense!" })).Code.ShouldBe(VersioningCodes.BadCursor);
        Should.Throw<VersioningException>(() => _history.Log(_bundle.Tip, new LogQuery { Cursor = "" })).Code.ShouldBe(VersioningCodes.BadCursor);
    }

    [Fact]
    public void First_parents_are_those_of_git()
    {
        var expected = _bundle.Repo.Git("rev-list", "--first-parent", "main").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        _history.FirstParents(_bundle.Tip).Select(n => n.Id.ToString()).ShouldBe(expected);
    }

    private List<string> Pages(LogQuery query)
    {
        var shown = new List<string>();
        do
        {
            var page = _history.Log(_bundle.Tip, query);
            page.Commits.Count.ShouldBeLessThanOrEqualTo(query.PageSize);
            shown.AddRange(page.Commits.Select(c => c.Id.ToString()));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
        return shown;
    }
}
