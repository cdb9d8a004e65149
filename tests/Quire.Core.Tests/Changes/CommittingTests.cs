using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests.Changes;

public sealed class CommittingTests
{
    [Fact]
    public async Task A_commit_issues_the_first_number_of_each_new_prompt()
    {
        await using var shop = await Workshop.Open();

        var applied = await shop.Commit(("a.prompt.md", "Hello {{ name }}"), ("notes/b.md", "plain"));

        applied.Issued.ShouldBe([new IssuedVersion("a", 1), new IssuedVersion("notes/b.md", 1)], ignoreOrder: true);
        applied.Changed.ShouldBeTrue();
        (await shop.Text("notes/b.md@1")).ShouldBe("plain");
    }

    [Fact]
    public async Task The_same_content_again_makes_no_commit_and_takes_no_number()
    {
        await using var shop = await Workshop.Open();
        var first = await shop.Commit(("a.prompt.md", "one"));

        var again = await shop.Commit(("a.prompt.md", "one"));

        again.Changed.ShouldBeFalse();
        again.Sequence.ShouldBe(first.Sequence);
    }

    [Fact]
    public async Task Returning_to_older_content_counts_as_a_version()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        await shop.Commit(("a.prompt.md", "two"));

        var back = await shop.Commit(("a.prompt.md", "one"));

        back.Issued.ShouldBe([new IssuedVersion("a", 3)]);
    }

    [Fact]
    public async Task Registering_the_same_text_issues_a_number_that_an_empty_commit_carries()
    {
        await using var shop = await Workshop.Open();
        var first = await shop.Commit(("a.prompt.md", "one"));

        var again = await shop.Commits.Commit(shop.Owner, new CommitRequest { Project = Workshop.Project, Message = "Register", Register = ["a"] });

        again.Issued.ShouldBe([new IssuedVersion("a", 2)]);
        var commit = await shop.History.Show(shop.Owner, Workshop.Project, again.Head!);
        commit.Files.ShouldBeEmpty();
        commit.Commit.Parents.ShouldBe([ObjectId.Parse(first.Head)]);
    }

    [Fact]
    public async Task A_stale_head_is_refused_with_both_heads_and_nothing_changes()
    {
        await using var shop = await Workshop.Open();
        var first = await shop.Commit(("a.prompt.md", "one"));
        var second = await shop.Commit(("a.prompt.md", "two"));

        var error = await Workshop.Refusal(() => shop.Commits.Commit(shop.Owner, new CommitRequest
        {
            Project = Workshop.Project,
            Message = "Late",
            ExpectedHead = ObjectId.Parse(first.Head),
            Changes = [new FileChange("a.prompt.md") { Content = "three"u8.ToArray() }],
        }));

        error.Code.ShouldBe("stale_head");
        error.Kind.ShouldBe(ErrorKind.Conflict);
        error.Facts["expectedHead"].ShouldBe(first.Head);
        error.Facts["actualHead"].ShouldBe(second.Head);
        (await shop.Sequence()).ShouldBe(second.Sequence);
    }

    [Fact]
    public async Task A_template_that_does_not_parse_is_refused_with_its_place_and_nothing_changes()
    {
        await using var shop = await Workshop.Open();
        var before = await shop.Sequence();

        var error = await Workshop.Refusal(() => shop.Commit(("good.prompt.md", "fine"), ("bad.prompt.md", "line one\n{% if x %}never closed")));

        error.Kind.ShouldBe(ErrorKind.Rejected);
        var finding = error.Diagnostics.First();
        finding.File.ShouldBe("bad.prompt.md");
        finding.Line.ShouldBeGreaterThan(0);
        finding.Column.ShouldBeGreaterThan(0);
        finding.Excerpt.ShouldNotBeNull();
        (await shop.Sequence()).ShouldBe(before);
        (await Workshop.Refusal(async () => await shop.Resolve("good"))).Code.ShouldBe("prompt_not_found");
    }

    [Theory]
    [InlineData("Support/Answer.prompt.md", "support/answer.prompt.md")]
    [InlineData("a.prompt.md", "a.prompt.yml")]
    [InlineData("notes/x.md", "notes/X.md")]
    public async Task Two_files_that_would_be_one_prompt_are_refused_naming_both(string one, string other)
    {
        await using var shop = await Workshop.Open();
        var text = "messages:\n  - role: user\n    content: hi\n";

        var error = await Workshop.Refusal(() => shop.Commit((one, one.EndsWith("yml", StringComparison.Ordinal) ? text : "x"), (other, other.EndsWith("yml", StringComparison.Ordinal) ? text : "y")));

        error.Message.ShouldContain(one);
        error.Message.ShouldContain(other);
    }

    [Theory]
    [InlineData("../a.prompt.md")]
    [InlineData(".git/config")]
    [InlineData("a//b.md")]
    [InlineData("a/\0b.md")]
    public async Task Paths_that_no_tree_may_hold_are_refused(string path)
    {
        await using var shop = await Workshop.Open();
        var before = await shop.Sequence();

        var error = await Workshop.Refusal(() => shop.Commit((path, "x")));

        error.Kind.ShouldBe(ErrorKind.Rejected);
        (await shop.Sequence()).ShouldBe(before);
    }

    [Fact]
    public async Task A_commit_to_a_new_branch_starts_from_the_default_branch_and_issues_no_number()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));

        var applied = await shop.Commits.Commit(shop.Owner, new CommitRequest
        {
            Project = Workshop.Project,
            Branch = "ideas",
            Message = "Try",
            Changes = [new FileChange("b.prompt.md") { Content = "new"u8.ToArray() }],
        });

        applied.Issued.ShouldBeEmpty();
        (await shop.Text("ideas:b")).ShouldBe("new");
        (await shop.Text("ideas:a")).ShouldBe("one");
        (await Workshop.Refusal(async () => await shop.Resolve("b"))).Code.ShouldBe("prompt_not_found");
    }
}
