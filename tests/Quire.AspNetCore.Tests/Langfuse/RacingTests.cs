using System.Net;

namespace Quire.AspNetCore.Tests.Langfuse;

public sealed class RacingTests
{
    [Fact]
    public async Task Sixteen_clients_that_make_versions_of_one_prompt_at_once_get_numbers_without_a_gap_or_are_told_to_wait()
    {
        const int clients = 16;
        await using var shop = await LangfuseShop.Open();
        var replies = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => shop.Post(new { name = "busy", prompt = $"text of {client}", labels = new[] { "production", $"c{client}" } })));
        var made = replies.Where(reply => reply.Status == HttpStatusCode.Created).ToList();
        foreach (var reply in replies.Except(made))
            reply.ShouldRefuse(400, "InvalidRequestError", "too many concurrent prompt creations for this prompt name. Please add a delay.");
        made.ShouldNotBeEmpty();
        made.Select(reply => reply.Version()).Order().ShouldBe(Enumerable.Range(1, made.Count));
        foreach (var reply in made)
            (await shop.Read("busy", $"?version={reply.Version()}")).Prompt().ShouldBe(reply.Prompt());
        (await shop.Read("busy")).Version().ShouldBe(made.Count);
    }
}
