using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Langfuse;

public sealed class LabellingTests : IAsyncLifetime
{
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await LangfuseShop.Open();
        await _shop.Text("prompt-1", "p", "production");
        await _shop.Text("prompt-1", "p");
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Labels_are_added_and_none_is_taken_away()
    {
        var reply = (await _shop.Label("prompt-1", 1, "new-label", "new-label")).Should(HttpStatusCode.OK);
        reply.Labels().ShouldBe(["new-label", "production"]);
        reply.Header("Quire-Sequence").ShouldNotBeNull();
        (await _shop.Label("prompt-1", 1)).Should(HttpStatusCode.OK).Labels().ShouldBe(["new-label", "production"]);
    }

    [Fact]
    public async Task A_label_that_comes_to_a_version_leaves_the_one_before()
    {
        (await _shop.Label("prompt-1", 2, "production")).Should(HttpStatusCode.OK).Labels().ShouldBe(["production", "latest"]);
        (await _shop.Read("prompt-1", "?version=1")).Labels().ShouldBeEmpty();
        (await _shop.Read("prompt-1")).Version().ShouldBe(2);
    }

    [Fact]
    public async Task The_label_latest_cannot_be_set() =>
        (await _shop.Label("prompt-1", 1, "latest")).ShouldHaveIssue("newLabels", "Label 'latest' is always assigned to the latest prompt version");

    [Fact]
    public async Task A_version_that_is_not_there_is_answered_404()
    {
        (await _shop.Label("non-existing-prompt", 1, "production")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt 'non-existing-prompt' version 1 not found in project");
        (await _shop.Label("prompt-1", 999, "production")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt 'prompt-1' version 999 not found in project");
        await _shop.Delete("prompt-1", "?version=1");
        (await _shop.Label("prompt-1", 1, "production")).ShouldRefuse(404, "LangfuseNotFoundError");
    }

    [Fact]
    public async Task Labels_of_the_wrong_kind_are_told()
    {
        (await _shop.Client.Send("PATCH", $"{LangfuseShop.Url("prompt-1")}/versions/1", "{}")).ShouldHaveIssue("newLabels", "expected array, received undefined");
        (await _shop.Label("prompt-1", 1, "Bad Label")).ShouldHaveIssue("newLabels", "lowercase");
    }
}
