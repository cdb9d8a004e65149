using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Langfuse;

public sealed class LegacyTests : IAsyncLifetime
{
    private const string Prompts = "/api/public/prompts";
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await LangfuseShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_version_that_is_active_becomes_production()
    {
        var first = (await _shop.Client.Send("POST", Prompts, new { name = "a b", prompt = "one", isActive = true, config = new { x = 1 } })).Should(HttpStatusCode.Created);
        first.Json.GetProperty("isActive").GetBoolean().ShouldBeTrue();
        first.Labels().ShouldBe(["production", "latest"]);
        var second = (await _shop.Client.Send("POST", Prompts, new { name = "a b", prompt = "two", isActive = false, labels = new[] { "dev" } })).Should(HttpStatusCode.Created);
        second.Json.GetProperty("isActive").GetBoolean().ShouldBeFalse();
        foreach (var name in (string[])["a%20b", "a%2520b", "a+b"])
            (await _shop.Client.Get($"{Prompts}?name={name}")).Should(HttpStatusCode.OK).Prompt().ShouldBe("one");
        (await _shop.Client.Get($"{Prompts}?name=a%20b&version=2")).Should(HttpStatusCode.OK).Prompt().ShouldBe("two");
        (await _shop.Client.Get($"{Prompts}?name=a%20b&version=3")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found");
    }

    [Fact]
    public async Task A_version_that_does_not_say_if_it_is_active_is_refused() =>
        (await _shop.Client.Send("POST", Prompts, new { name = "a", prompt = "one" })).ShouldHaveIssue("isActive", "expected boolean, received undefined");
}
