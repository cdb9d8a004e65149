using System.Text;
using Quire.Core.History;
using Quire.Core.Merging;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests.Merging;

public sealed class MergeTests
{
    private const string Base = "---\ndescription: old\ntags: [a]\nmodel: {name: x}\n---\none\ntwo\nthree\nfour\nfive\n";

    [Fact]
    public async Task A_branch_that_is_behind_moves_forward_and_one_that_has_all_stays()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        var side = await shop.CommitTo("side", "Side", ("a.prompt.md", "B"));

        var merged = await Merge(shop);

        merged.Kind.ShouldBe("fast-forward");
        merged.Applied!.Head.ShouldBe(side.Head);
        merged.Applied.Issued.Single().Number.ShouldBe(2);
        var again = await Merge(shop);
        again.Kind.ShouldBe("up-to-date");
        again.Applied!.Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_merge_commit_has_both_parents_and_issues_one_number_per_changed_prompt()
    {
        await using var shop = await Diverged(Base.Replace("five", "FIVE", StringComparison.Ordinal), Base.Replace("one", "ONE", StringComparison.Ordinal));

        var merged = await Merge(shop);

        merged.Kind.ShouldBe("merge");
        merged.Applied!.Issued.Single().Number.ShouldBe(3);
        (await shop.Text("a")).ShouldBe(Base.Replace("one", "ONE", StringComparison.Ordinal).Replace("five", "FIVE", StringComparison.Ordinal));
        var commit = (await shop.History.Show(shop.Owner, Workshop.Project, merged.Applied.Head!)).Commit;
        commit.Parents.Count.ShouldBe(2);
        commit.Message.ShouldBe("Merge 'side' into main\n");
    }

    [Fact]
    public async Task A_squash_has_one_parent_and_keeps_the_moves_that_its_commits_told_of()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
        await shop.CommitTo("side", "Move\n\nQuire-Move: a => c\n", ("a.prompt.md", null), ("c.prompt.md", "A and more"));
        await shop.Commit(("b.prompt.md", "B2"));

        var merged = await Merge(shop, request => request with { Mode = MergeMode.Squash });

        var commit = (await shop.History.Show(shop.Owner, Workshop.Project, merged.Applied!.Head!)).Commit;
        commit.Parents.Count.ShouldBe(1);
        commit.Message.ShouldContain("Quire-Move: a => c");
        (await shop.Resolve("c")).Version!.Number.ShouldBe(2);
    }

    [Fact]
    public async Task Fast_forward_only_refuses_histories_that_diverged()
    {
        await using var shop = await Diverged(Base + "x\n", "y\n" + Base);
        var error = await Workshop.Refusal(() => Merge(shop, request => request with { Mode = MergeMode.FastForwardOnly }));
        error.Code.ShouldBe("not_fast_forward");
    }

    [Fact]
    public async Task A_conflict_is_refused_as_data_and_settled_by_a_resolution()
    {
        await using var shop = await Diverged(Base.Replace("three", "ours", StringComparison.Ordinal), Base.Replace("three", "theirs", StringComparison.Ordinal));

        var error = await Workshop.Refusal(() => Merge(shop));

        error.Code.ShouldBe("merge_conflict");
        var file = error.Conflicts.Single();
        (file.Path, file.Reason, file.Clean).ShouldBe(("a.prompt.md", "contents", false));
        file.Base!.Text.ShouldBe(Base);
        var piece = file.Pieces.Single(piece => piece.Kind == "conflict");
        (piece.Base, piece.Ours, piece.Theirs).ShouldBe(("three\n", "ours\n", "theirs\n"));
        string.Concat(file.Pieces.Select(part => part.Ours)).ShouldBe(file.Ours!.Text);
        string.Concat(file.Pieces.Select(part => part.Theirs)).ShouldBe(file.Theirs!.Text);
        file.Content!.ShouldContain("<<<<<<< main\nours\n=======\ntheirs\n>>>>>>> side\n");

        var settled = string.Concat(file.Pieces.Select(part => part.Kind == "conflict" ? "both\n" : part.Ours));
        var merged = await Merge(shop, request => request with { Resolutions = [new FileChange("a.prompt.md") { Content = Encoding.UTF8.GetBytes(settled) }] });
        merged.Applied!.Changed.ShouldBeTrue();
        (await shop.Text("a")).ShouldBe(Base.Replace("three", "both", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_tells_the_conflicts_and_changes_nothing()
    {
        await using var shop = await Diverged(Base.Replace("three", "ours", StringComparison.Ordinal), Base.Replace("three", "theirs", StringComparison.Ordinal));
        var before = await shop.Sequence();
        var outcome = await Merge(shop, request => request with { DryRun = true });
        outcome.Conflicts.Single().Path.ShouldBe("a.prompt.md");
        outcome.Applied.ShouldBeNull();
        (await shop.Sequence()).ShouldBe(before);
    }

    [Fact]
    public async Task Front_matter_whose_lines_conflict_is_merged_by_key_and_untouched_lines_keep_their_bytes()
    {
        var ours = Base.Replace("description: old", "description: new # odd   spacing", StringComparison.Ordinal);
        var theirs = Base.Replace("tags: [a]", "tags: [a,   b]\ncategory: support", StringComparison.Ordinal);
        await using var shop = await Diverged(ours, theirs);
        await Merge(shop);
        (await shop.Text("a")).ShouldBe("---\ndescription: new # odd   spacing\ntags: [a,   b]\ncategory: support\nmodel: {name: x}\n---\none\ntwo\nthree\nfour\nfive\n");
    }

    [Fact]
    public async Task One_key_changed_on_both_sides_stays_a_conflict()
    {
        await using var shop = await Diverged(Base.Replace("old", "ours", StringComparison.Ordinal), Base.Replace("old", "theirs", StringComparison.Ordinal));
        (await Workshop.Refusal(() => Merge(shop))).Conflicts.Single().Pieces.ShouldContain(piece => piece.Kind == "conflict" && piece.Ours == "description: ours\n");
    }

    [Fact]
    public async Task A_file_changed_here_and_deleted_there_says_so()
    {
        await using var shop = await Diverged(Base + "more\n", null);
        var file = (await Workshop.Refusal(() => Merge(shop))).Conflicts.Single();
        file.Reason.ShouldBe("modify/delete");
        file.Theirs.ShouldBeNull();
        await Merge(shop, request => request with { Resolutions = [new FileChange("a.prompt.md")] });
        (await Workshop.Refusal(async () => await shop.Resolve("a"))).Code.ShouldBe("prompt_not_found");
    }

    [Fact]
    public async Task A_save_on_a_stale_head_comes_with_the_merge_of_both_texts()
    {
        await using var shop = await Workshop.Open();
        var seen = await shop.Commit(("a.prompt.md", Base));
        await shop.Commit(("a.prompt.md", Base.Replace("one", "ONE", StringComparison.Ordinal)));
        var mine = Base.Replace("five", "FIVE", StringComparison.Ordinal);

        var error = await Workshop.Refusal(() => shop.Commits.Commit(shop.Owner, new CommitRequest
        {
            Project = Workshop.Project,
            Message = "Late",
            ExpectedHead = ObjectId.Parse(seen.Head!),
            Changes = [new FileChange("a.prompt.md") { Content = Encoding.UTF8.GetBytes(mine) }],
        }));

        error.Code.ShouldBe("stale_head");
        var file = error.Merge.Single();
        file.Clean.ShouldBeTrue();
        file.Content.ShouldBe(mine.Replace("one", "ONE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_late_save_is_merged_by_front_matter_key_as_a_merge_of_branches_is()
    {
        var ours = Base.Replace("description: old", "description: new", StringComparison.Ordinal);
        var theirs = Base.Replace("tags: [a]", "tags: [a, b]", StringComparison.Ordinal);
        await using var shop = await Workshop.Open();
        var seen = await shop.Commit(("a.prompt.md", Base));
        await shop.Commit(("a.prompt.md", ours));

        var file = (await Late(shop, seen.Head!, "a", theirs)).ShouldHaveSingleItem();

        file.Clean.ShouldBeTrue();
        file.Content.ShouldBe(theirs.Replace("description: old", "description: new", StringComparison.Ordinal));
        (file.Base!.Text, file.Ours!.Text, file.Theirs!.Text).ShouldBe((Base, ours, theirs));
        file.Pieces.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_save_whose_key_was_changed_by_both_shows_the_conflict()
    {
        await using var shop = await Workshop.Open();
        var seen = await shop.Commit(("a.prompt.md", Base));
        await shop.Commit(("a.prompt.md", Base.Replace("old", "ours", StringComparison.Ordinal)));

        var file = (await Late(shop, seen.Head!, "a", Base.Replace("old", "theirs", StringComparison.Ordinal))).ShouldHaveSingleItem();

        file.Clean.ShouldBeFalse();
        file.Pieces.ShouldContain(piece => piece.Kind == "conflict" && piece.Ours == "description: ours\n" && piece.Theirs == "description: theirs\n");
    }

    [Fact]
    public async Task A_late_save_of_a_prompt_that_was_moved_is_merged_with_where_it_stands_now()
    {
        await using var shop = await Workshop.Open();
        var seen = await shop.Commit(("a.prompt.md", Base));
        await shop.Writer.Move(shop.Owner, Workshop.Project, "a", "b", null);
        await shop.Commit(("b.prompt.md", Base.Replace("one", "ONE", StringComparison.Ordinal)));

        var file = (await Late(shop, seen.Head!, "a", Base.Replace("five", "FIVE", StringComparison.Ordinal))).ShouldHaveSingleItem();

        (file.Path, file.Base!.Path, file.Clean).ShouldBe(("b.prompt.md", "a.prompt.md", true));
        file.Content.ShouldBe(Base.Replace("one", "ONE", StringComparison.Ordinal).Replace("five", "FIVE", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<MergedFile>> Late(Workshop shop, string head, string path, string text) => (await Workshop.Refusal(() => shop.Writer.Save(shop.Owner, new()
    {
        Project = Workshop.Project,
        Path = path,
        Source = Encoding.UTF8.GetBytes(text),
        Message = "Late",
        ExpectedHead = ObjectId.Parse(head),
    }))).Merge;

    private static async Task<Workshop> Diverged(string? ours, string? theirs)
    {
        var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", Base), ("z.txt", "z"));
        await shop.CommitTo("side", "Theirs", ("a.prompt.md", theirs));
        await shop.CommitTo(null, "Ours", ("a.prompt.md", ours));
        return shop;
    }

    private static Task<MergeOutcome> Merge(Workshop shop, Func<MergeRequest, MergeRequest>? change = null)
    {
        var request = new MergeRequest { Project = Workshop.Project, From = "side" };
        return shop.Merges.Merge(shop.Owner, change?.Invoke(request) ?? request);
    }
}
