using Quire.Core.Changes;
using Quire.Core.History;

namespace Quire.Core.Tests.Changes;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_changes_nothing()
    {
        await using var shop = await Workshop.Open();
        var first = await shop.Commits.Commit(shop.Owner, Request("one", 1));

        var again = await shop.Commits.Commit(shop.Owner, Request("one", 1));

        again.Replayed.ShouldBeTrue();
        again.Sequence.ShouldBe(first.Sequence);
        again.Head.ShouldBe(first.Head);
        again.Issued.ShouldBe(first.Issued);
        (await shop.Sequence()).ShouldBe(first.Sequence);
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        await using var shop = await Workshop.Open();
        var first = await shop.Commits.Commit(shop.Owner, Request("one", 1));

        var error = await Workshop.Refusal(() => shop.Commits.Commit(shop.Owner, Request("two", 2)));

        error.Code.ShouldBe("idempotency_key_reused");
        (await shop.Sequence()).ShouldBe(first.Sequence);
    }

    private static CommitRequest Request(string text, byte hash) => new()
    {
        Project = Workshop.Project,
        Message = "Once",
        Changes = [new FileChange("a.prompt.md") { Content = System.Text.Encoding.UTF8.GetBytes(text) }],
        Idempotency = new Idempotency("key-1", [hash]),
    };
}
