using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests.History;

public sealed class RefTests
{
    [Fact]
    public async Task A_new_default_branch_compares_the_two_tips_once_and_numbers_what_differs()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
        await shop.CommitTo("next", "one", ("a.prompt.md", "A2"));
        await shop.CommitTo("next", "two", ("a.prompt.md", "A3"), ("c.prompt.md", "C"));

        var applied = await shop.Refs.Settle(shop.Owner, Workshop.Project, "next", true, null);

        applied.Issued.ShouldBe([new IssuedVersion("a", 2), new IssuedVersion("c", 1)], ignoreOrder: true);
        (await shop.Text("a")).ShouldBe("A3");
        (await shop.TheProject()).DefaultBranch.ShouldBe("refs/heads/next");
        (await shop.Commit(("b.prompt.md", "B2"))).Issued.Single().ShouldBe(new IssuedVersion("b", 2));
        (await shop.CommitTo("main", "old", ("b.prompt.md", "B9"))).Issued.ShouldBeEmpty();
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_read_the_project_before_it_had_another_default_branch_numbers_as_it_is_now()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        await shop.CommitTo("next", "one", ("b.prompt.md", "B"));
        var old = await shop.TheProject();
        var tip = (await shop.History.Branch(shop.Owner, Workshop.Project, "next")).Target;
        await shop.Refs.Settle(shop.Owner, Workshop.Project, "next", true, null);
        var applied = await shop.Door.Apply(new Change { Actor = shop.Owner, Project = old, Moves = [new BranchMove("refs/heads/main", await Head(shop, "main"), tip)] });
        applied.Issued.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_default_branch_keeps_its_part_under_another_name()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        await shop.Refs.Settle(shop.Owner, Workshop.Project, "main", false, true);
        await shop.Refs.RenameBranch(shop.Owner, Workshop.Project, "main", "trunk");
        (await shop.TheProject()).DefaultBranch.ShouldBe("refs/heads/trunk");
        var branch = (await shop.History.Branches(shop.Owner, Workshop.Project)).Single();
        (branch.Name, branch.Protected).ShouldBe(("refs/heads/trunk", true));
        (await shop.Commit(("a.prompt.md", "A2"))).Issued.Single().Number.ShouldBe(2);
    }

    [Fact]
    public async Task A_protected_branch_is_moved_by_managers_only_and_dropped_by_nobody()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        await shop.CommitTo("side", "one", ("a.prompt.md", "B"));
        await shop.Refs.Settle(shop.Owner, Workshop.Project, "side", false, true);
        var writer = shop.Owner with { Permissions = Permissions.Read | Permissions.Write };
        var head = await Head(shop, "side");
        var project = await shop.TheProject();
        (await Workshop.Refusal(() => shop.Door.Apply(new Change { Actor = shop.Owner, Project = project, Moves = [new BranchMove("refs/heads/side", head, null)] }))).Code.ShouldBe("protected");
        (await Workshop.Refusal(() => shop.Refs.RenameBranch(writer, Workshop.Project, "side", "other"))).Code.ShouldBeOneOf("protected", "forbidden");
        (await Workshop.Refusal(() => shop.Refs.Settle(writer, Workshop.Project, "side", false, false))).Code.ShouldBe("forbidden");
    }

    [Fact]
    public async Task Tags_are_made_plain_or_with_a_message_and_never_moved()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        await shop.Refs.CreateTag(shop.Owner, Workshop.Project, "v1", null, null);
        await shop.Refs.CreateTag(shop.Owner, Workshop.Project, "v2", "main", "Second");
        (await Workshop.Refusal(() => shop.Refs.CreateTag(shop.Owner, Workshop.Project, "v1", null, null))).Code.ShouldBe("tag_exists");
        (await shop.History.Tags(shop.Owner, Workshop.Project)).Select(tag => tag.Name).ShouldBe(["refs/tags/v1", "refs/tags/v2"]);
        (await shop.Text("@main/prompts@v2:a")).ShouldBe("A");
        await shop.Refs.DeleteTag(shop.Owner, Workshop.Project, "v1");
        (await Workshop.Refusal(() => shop.Refs.DeleteTag(shop.Owner, Workshop.Project, "v1"))).Code.ShouldBe("ref_not_found");
    }

    private static async Task<ObjectId> Head(Workshop shop, string branch) => (await shop.History.Branch(shop.Owner, Workshop.Project, branch)).Target;
}
