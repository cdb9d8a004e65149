using Quire.Core.Changes;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests.Changes;

public sealed class NumberingTests
{
    [Fact]
    public async Task A_deleted_prompt_that_is_made_again_goes_on_numbering()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        var id = (await shop.Resolve("a")).Prompt!.Id;
        await shop.Commit(("a.prompt.md", null));

        var revived = await shop.Commit(("a.prompt.md", "again"));

        revived.Issued.ShouldBe([new IssuedVersion("a", 2)]);
        (await shop.Resolve("a")).Prompt!.Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_deleted_prompt_keeps_its_versions_but_has_no_latest()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        await shop.Commit(("a.prompt.md", null));

        (await Workshop.Refusal(async () => await shop.Resolve("a"))).Code.ShouldBe("prompt_not_found");
        (await shop.Text("a@1")).ShouldBe("one");
    }

    [Fact]
    public async Task A_move_keeps_id_numbers_and_aliases_and_leaves_a_redirect()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        await shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove("a", "production", AliasTarget.Latest)]);
        var before = await shop.Resolve("a");

        await shop.Writer.Move(shop.Owner, Workshop.Project, "a", "folder/b", null);

        var after = await shop.Resolve("folder/b@production");
        after.Prompt!.Id.ShouldBe(before.Prompt!.Id);
        after.Version!.Number.ShouldBe(1);
        (await shop.Resolve("a")).Path.ShouldBe("folder/b");
    }

    [Fact]
    public async Task Content_that_vanishes_at_one_path_and_appears_at_one_is_a_move()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "the same text"));
        var id = (await shop.Resolve("a")).Prompt!.Id;

        var applied = await shop.Commit(("a.prompt.md", null), ("z.prompt.md", "the same text"));

        applied.Issued.ShouldBeEmpty();
        (await shop.Resolve("z")).Prompt!.Id.ShouldBe(id);
    }

    [Fact]
    public async Task Content_that_appears_twice_is_no_move()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "the same text"));
        var id = (await shop.Resolve("a")).Prompt!.Id;

        await shop.Commit(("a.prompt.md", null), ("y.prompt.md", "the same text"), ("z.prompt.md", "the same text"));

        (await shop.Resolve("y")).Prompt!.Id.ShouldNotBe(id);
        (await shop.Resolve("z")).Prompt!.Id.ShouldNotBe(id);
    }

    [Fact]
    public async Task An_empty_file_that_vanishes_and_appears_is_no_move()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.md", ""));
        var id = (await shop.Resolve("a.md")).Prompt!.Id;

        await shop.Commit(("a.md", null), ("b.md", ""));

        (await shop.Resolve("b.md")).Prompt!.Id.ShouldNotBe(id);
    }

    [Fact]
    public async Task A_trailer_makes_a_move_of_changed_content_and_issues_a_number()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        var id = (await shop.Resolve("a")).Prompt!.Id;

        var applied = await shop.Commit("Move it\n\nQuire-Move: a => b", ("a.prompt.md", null), ("b.prompt.md", "two"));

        applied.Issued.ShouldBe([new IssuedVersion("b", 2)]);
        (await shop.Resolve("b")).Prompt!.Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_change_of_format_keeps_the_prompt_and_issues_a_number()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        var id = (await shop.Resolve("a")).Prompt!.Id;

        var applied = await shop.Commit(("a.prompt.md", null), ("a.prompt.yml", "messages:\n  - role: user\n    content: hi\n"));

        applied.Issued.ShouldBe([new IssuedVersion("a", 2)]);
        (await shop.Resolve("a")).Prompt!.Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_force_push_compares_the_two_tips_once_and_keeps_numbers_of_dropped_commits()
    {
        await using var shop = await Workshop.Open();
        var first = await shop.Commit(("a.prompt.md", "one"), ("b.prompt.md", "same"));
        var second = await shop.Commit(("a.prompt.md", "two"));
        var project = await shop.TheProject();

        var applied = await shop.Door.Apply(new Change
        {
            Actor = shop.Owner,
            Project = project,
            Moves = [new BranchMove("refs/heads/main", ObjectId.Parse(second.Head), ObjectId.Parse(first.Head)) { Force = true }],
        });

        applied.Issued.ShouldBe([new IssuedVersion("a", 3)]);
        (await shop.Text("a")).ShouldBe("one");
        (await shop.Text("a@2")).ShouldBe("two");
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dropping_commits_without_force_is_refused()
    {
        await using var shop = await Workshop.Open();
        var first = await shop.Commit(("a.prompt.md", "one"));
        var second = await shop.Commit(("a.prompt.md", "two"));
        var project = await shop.TheProject();

        var error = await Workshop.Refusal(() => shop.Door.Apply(new Change
        {
            Actor = shop.Owner,
            Project = project,
            Moves = [new BranchMove("refs/heads/main", ObjectId.Parse(second.Head), ObjectId.Parse(first.Head))],
        }));

        error.Code.ShouldBe("not_fast_forward");
    }

    [Fact]
    public async Task Deleting_the_latest_version_makes_the_highest_one_left_the_latest()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        await shop.Commit(("a.prompt.md", "two"));

        await shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AnnotationMove("a", 2, AnnotationKeys.Tombstone, "true")]);

        (await shop.Text("a")).ShouldBe("one");
        (await Workshop.Refusal(async () => await shop.Resolve("a@2"))).Code.ShouldBe("version_deleted");
        (await shop.Commit(("a.prompt.md", "three"))).Issued.ShouldBe([new IssuedVersion("a", 3)]);
    }
}
