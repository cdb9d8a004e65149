using Quire.Core.Changes;
using Quire.Core.History;
using Quire.Core.Merging;
using Quire.Testing;
using Quire.Versioning.History;

namespace Quire.Core.Tests.History;

public sealed class HistoryTests
{
    [Fact]
    public async Task A_log_follows_all_parents_page_by_page()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit("one", ("a.prompt.md", "A"));
        await shop.CommitTo("side", "two", ("b.prompt.md", "B"));
        await shop.Commit("three", ("a.prompt.md", "A2"));
        await shop.Merges.Merge(shop.Owner, new MergeRequest { Project = Workshop.Project, From = "side", Message = "four" });

        var messages = new List<string>();
        string? cursor = null;
        do
        {
            var page = await shop.History.Log(shop.Owner, Workshop.Project, null, new LogQuery { PageSize = 1, Cursor = cursor });
            messages.AddRange(page.Commits.Select(commit => commit.Subject));
            cursor = page.Next;
        }
        while (cursor is not null);

        messages.ShouldBe(["four", "three", "two", "one"], ignoreOrder: true);
        messages[0].ShouldBe("four");
        (await Workshop.Refusal(() => shop.History.Log(shop.Owner, Workshop.Project, null, new LogQuery { Cursor = "nonsense" }))).Code.ShouldBe("invalid_cursor");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task A_prompts_history_goes_on_under_its_older_paths(int limit)
    {
        await using var shop = await Workshop.Open();
        await shop.Commit("one", ("a.prompt.md", "A"));
        await shop.Commit("two", ("a.prompt.md", "A2"));
        await shop.Writer.Move(shop.Owner, Workshop.Project, "a", "b", "three");
        await shop.Commit("noise", ("x.txt", "x"));
        await shop.Commit("four", ("b.prompt.md", "A4"));

        var messages = new List<string>();
        string? cursor = null;
        do
        {
            var page = await shop.History.PromptLog(shop.Owner, Workshop.Project, "b", cursor, limit);
            messages.AddRange(page.Commits.Select(commit => commit.Subject));
            cursor = page.Next;
        }
        while (cursor is not null);

        messages.ShouldBe(["four", "three", "two", "one"]);
    }

    [Fact]
    public async Task Blame_names_the_commit_of_each_line()
    {
        await using var shop = await Workshop.Open();
        var first = await shop.Commit(("a.prompt.md", "one\ntwo\n"));
        var second = await shop.Commit(("a.prompt.md", "one\nTWO\n"));
        var report = await shop.History.Blame(shop.Owner, Workshop.Project, "a.prompt.md", null);
        report.Spans.Select(span => span.Commit.ToString()).ShouldBe([first.Head!, second.Head!]);
        (await Workshop.Refusal(() => shop.History.Blame(shop.Owner, Workshop.Project, "none", null))).Code.ShouldBe("path_not_found");
    }

    [Fact]
    public async Task A_deleted_prompt_lies_in_the_trash_until_it_is_brought_back_and_goes_on_numbering()
    {
        using var folder = new TempFolder();
        await using (var shop = await Workshop.Open(place: folder.Path))
        {
            await shop.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
            await shop.Commit(("a.prompt.md", null));
        }
        await using var reopened = await Workshop.Open(place: folder.Path);
        (await reopened.Trash.List(reopened.Owner, Workshop.Project)).Single().Prompt.Path.ShouldBe("a");

        var applied = await reopened.Trash.Restore(reopened.Owner, Workshop.Project, "a");

        applied.Issued.Single().ShouldBe(new IssuedVersion("a", 2));
        (await reopened.Text("a")).ShouldBe("A");
        (await reopened.Trash.List(reopened.Owner, Workshop.Project)).ShouldBeEmpty();
        (await Workshop.Refusal(() => reopened.Trash.Restore(reopened.Owner, Workshop.Project, "a"))).Code.ShouldBe("not_in_trash");
    }

    [Fact]
    public async Task A_folder_is_restored_from_a_commit_with_what_was_not_there_removed()
    {
        await using var shop = await Workshop.Open();
        var old = await shop.Commit(("f/a.prompt.md", "A"), ("f/b.prompt.md", "B"), ("c.prompt.md", "C"));
        await shop.Commit(("f/a.prompt.md", "A2"), ("f/b.prompt.md", null), ("f/new.prompt.md", "N"), ("c.prompt.md", "C2"));

        await shop.Trash.RestorePath(shop.Owner, new RestoreRequest { Project = Workshop.Project, Path = "f", From = $"sha:{old.Head}" });

        (await shop.History.Files(shop.Owner, Workshop.Project, null)).Select(file => file.Path).ShouldBe(["c.prompt.md", "f/a.prompt.md", "f/b.prompt.md"]);
        (await shop.Text("f/a")).ShouldBe("A");
        (await shop.Text("c")).ShouldBe("C2");
    }

    [Fact]
    public async Task A_rollback_commits_the_old_content_anew_where_the_prompt_stands_now()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        await shop.Commit(("a.prompt.md", "A2"));
        await shop.Writer.Move(shop.Owner, Workshop.Project, "a", "b", null);
        var applied = await shop.Writer.Rollback(shop.Owner, Workshop.Project, "b", 1);
        applied.Issued.Single().ShouldBe(new IssuedVersion("b", 3));
        (await shop.Text("b")).ShouldBe("A");
    }
}
