using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Similarity;

public sealed class SimilarityRouteTests
{
    private const string P = Sending.Project;
    private const string Text = "You answer questions of customers about refunds of their orders. Be kind, be short.";

    [Fact]
    public async Task Prompts_like_one_and_near_duplicates_come_with_scores()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("a/first.prompt.md", Text));
        await quire.Commit(("b.prompt.md", $"---\ntags: [billing]\n---\n{Text}"), ("c.prompt.md", "Translate into Portuguese."));

        (await quire.Client.Get($"{P}/prompts/a%2Ffirst/similar")).Should(HttpStatusCode.OK).Text
            .ShouldBe("""{"items":[{"project":"prompts","path":"b","version":1,"score":1,"tags":["billing"]}]}""");
        (await quire.Client.Get($"{P}/prompts/c/similar?everywhere=true&least=0.9&limit=5")).Should(HttpStatusCode.OK).Text.ShouldBe("""{"items":[]}""");
        const string Pairs = """{"items":[{"first":{"project":"prompts","path":"a/first","version":1},"second":{"project":"prompts","path":"b","version":1},"score":1}],"more":false}""";
        (await quire.Client.Get($"{P}/similar-pairs")).Should(HttpStatusCode.OK).Text.ShouldBe(Pairs);
        (await quire.Client.Get("/api/v1/orgs/main/similar-pairs?least=0.99&limit=1")).Should(HttpStatusCode.OK).Text.ShouldBe(Pairs);
    }

    [Fact]
    public async Task Tags_are_suggested_with_what_speaks_for_them()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(
            ("new.prompt.md", "Refund the order when the parcel was lost."),
            ("a.prompt.md", "---\ntags: [billing]\n---\nRefund the order in full."), ("b.prompt.md", "---\ntags: [billing]\n---\nRefund half of the order."),
            ("c.prompt.md", "---\ntags: [poems]\n---\nSing about spring."), ("d.prompt.md", "---\ntags: [poems]\n---\nSing about rivers."));

        var items = (await quire.Client.Get($"{P}/prompts/new/tag-suggestions")).Should(HttpStatusCode.OK).Json.GetProperty("items");

        var tag = items.EnumerateArray().ShouldHaveSingleItem();
        tag.GetProperty("tag").GetString().ShouldBe("billing");
        tag.GetProperty("score").GetDouble().ShouldBeInRange(0.01, 1);
        tag.GetProperty("words").EnumerateArray().Select(word => word.GetString()).ShouldContain("refund");
        tag.GetProperty("similar").EnumerateArray().Select(path => path.GetString()).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("prompts/a/similar?least=0.05", 400, "invalid_parameter")]
    [InlineData("prompts/a/similar?least=x", 400, "invalid_parameter")]
    [InlineData("prompts/a/similar?everywhere=maybe", 400, "invalid_parameter")]
    [InlineData("prompts/a/similar?limit=1001", 400, "invalid_parameter")]
    [InlineData("prompts/nobody/similar", 404, "prompt_not_found")]
    [InlineData("prompts/nobody/tag-suggestions", 404, "prompt_not_found")]
    [InlineData("similar-pairs?least=0.2", 400, "invalid_parameter")]
    [InlineData("similar-pairs?limit=0", 400, "invalid_parameter")]
    public async Task What_cannot_be_looked_for_is_refused(string url, int status, string code)
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("a.prompt.md", "A"));

        (await quire.Client.Get($"{P}/{url}")).ShouldFail(status, code);
    }
}
