using Quire.Core.Merging;

namespace Quire.Core.Tests.Merging;

public sealed class PickTests
{
    [Fact]
    public async Task A_revert_takes_back_what_a_commit_changed_and_nothing_else()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
        var bad = await shop.Commit("Break it", ("a.prompt.md", "bad"));
        await shop.Commit(("b.prompt.md", "B2"));

        var outcome = await shop.Picks.Revert(shop.Owner, Of($"sha:{bad.Head}"));

        (await shop.Text("a")).ShouldBe("A");
        (await shop.Text("b")).ShouldBe("B2");
        outcome.Applied!.Issued.Single().Number.ShouldBe(3);
        (await shop.History.Show(shop.Owner, Workshop.Project, outcome.Applied.Head!)).Commit.Message
            .ShouldBe($"Revert \"Break it\"\n\nThis reverts commit {bad.Head}.\n");
    }

    [Fact]
    public async Task Reverting_a_move_moves_the_prompt_back_with_its_numbers()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        var id = (await shop.Resolve("a")).Prompt!.Id;
        var moved = await shop.Writer.Move(shop.Owner, Workshop.Project, "a", "b", null);
        await shop.Picks.Revert(shop.Owner, Of($"sha:{moved.Head}"));
        (await shop.Resolve("a")).Prompt!.Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_picked_commit_keeps_author_and_message_on_the_other_branch()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        var side = await shop.CommitTo("side", "Add b", ("b.prompt.md", "B"));
        await shop.Commit(("a.prompt.md", "A2"));

        var outcome = await shop.Picks.CherryPick(shop.Owner, Of($"sha:{side.Head}"));

        var commit = (await shop.History.Show(shop.Owner, Workshop.Project, outcome.Applied!.Head!)).Commit;
        commit.Message.ShouldBe("Add b\n");
        (await shop.Text("b")).ShouldBe("B");
        (await shop.Picks.CherryPick(shop.Owner, Of($"sha:{side.Head}"))).Applied!.Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_merge_needs_a_mainline_and_a_conflict_is_data()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        var side = await shop.CommitTo("side", "Side", ("a.prompt.md", "S"));
        await shop.Commit(("b.prompt.md", "B"));
        var merge = await shop.Merges.Merge(shop.Owner, new MergeRequest { Project = Workshop.Project, From = "side" });
        (await Workshop.Refusal(() => shop.Picks.Revert(shop.Owner, Of($"sha:{merge.Applied!.Head}")))).Code.ShouldBe("rejected");
        await shop.Commit(("a.prompt.md", "later"));
        var error = await Workshop.Refusal(() => shop.Picks.Revert(shop.Owner, Of($"sha:{side.Head}")));
        error.Code.ShouldBe("merge_conflict");
        error.Conflicts.Single().Path.ShouldBe("a.prompt.md");
    }

    private static PickRequest Of(string commit) => new() { Project = Workshop.Project, Commit = commit };
}
