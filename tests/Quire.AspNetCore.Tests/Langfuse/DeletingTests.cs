using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Langfuse;

public sealed class DeletingTests : IAsyncLifetime
{
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await LangfuseShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private async Task Gone(string name, string query = "")
    {
        var reply = (await _shop.Delete(name, query)).Should(HttpStatusCode.NoContent);
        reply.Bytes.ShouldBeEmpty();
        reply.Header("Quire-Sequence").ShouldNotBeNull();
    }

    [Fact]
    public async Task All_versions_are_deleted_and_the_file_with_them()
    {
        await _shop.Text("a", "one", "production");
        await _shop.Text("a", "two");
        await Gone("a");
        foreach (var query in (string[])["", "?version=1", "?version=2", "?label=latest"])
            (await _shop.Get("a", query)).ShouldRefuse(404, "LangfuseNotFoundError");
        (await _shop.List()).Data().ShouldBeEmpty();
        (await _shop.Quire.Client.Get($"{Sending.Project}/tree")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await _shop.Delete("a")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found");
    }

    [Fact]
    public async Task A_prompt_made_again_goes_on_numbering_and_may_be_of_the_other_type()
    {
        await _shop.Text("a", "one", "production");
        await Gone("a");
        var reply = await _shop.Chat("a", [new { role = "user", content = "two" }], "production");
        (reply.Version(), reply.Member("type")).ShouldBe((2, "chat"));
    }

    [Fact]
    public async Task Versions_are_deleted_by_number_and_by_label()
    {
        await _shop.Text("a", "one", "production");
        await _shop.Text("a", "two", "dev");
        await Gone("a", "?version=1");
        (await _shop.Get("a", "?version=1")).ShouldRefuse(404, "LangfuseNotFoundError");
        (await _shop.Read("a", "?version=2")).Prompt().ShouldBe("two");
        await Gone("a", "?label=dev");
        (await _shop.Get("a", "?version=2")).ShouldRefuse(404, "LangfuseNotFoundError");
        (await _shop.List()).Data().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_deleted()
    {
        await _shop.Text("a", "one");
        (await _shop.Delete("none")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found");
        (await _shop.Delete("a", "?version=9")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found");
        (await _shop.Delete("a", "?label=none")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found");
        (await _shop.Read("a", "?version=1")).Prompt().ShouldBe("one");
    }

    [Fact]
    public async Task A_name_with_slashes_is_deleted()
    {
        await _shop.Text("folder/sub/a", "one", "production");
        await Gone("folder/sub/a");
        (await _shop.Get("folder/sub/a")).ShouldRefuse(404, "LangfuseNotFoundError");
    }

    [Fact]
    public async Task A_prompt_that_others_name_is_not_deleted()
    {
        await _shop.Text("child", "I am a child", "production");
        await _shop.Text("parent", "@@@langfusePrompt:name=child|version=1@@@", "production");
        (await _shop.Delete("child")).ShouldRefuse(400, "InvalidRequestError", "depending on prompt versions you are trying to delete:\n\nparent v1 depends on child v1\n\nPlease");
        (await _shop.Read("child")).Version().ShouldBe(1);
        await Gone("parent");
        await Gone("child");
    }

    [Fact]
    public async Task Only_what_would_lead_nowhere_keeps_a_version()
    {
        await _shop.Text("child", "v1", "staging");
        await _shop.Text("by-version", "@@@langfusePrompt:name=child|version=1@@@");
        await _shop.Chat("by-staging", [new { role = "user", content = "@@@langfusePrompt:name=child|label=staging@@@" }]);
        await _shop.Text("by-latest", "@@@langfusePrompt:name=child|label=latest@@@");
        await _shop.Text("child", "v2", "production");
        await _shop.Text("by-production", "@@@langfusePrompt:name=child|label=production@@@");
        var reply = (await _shop.Delete("child", "?version=1")).ShouldRefuse(400, "InvalidRequestError", "depending on");
        reply.Member("message")!.ShouldContain("by-version v1 depends on child v1");
        reply.Member("message")!.ShouldContain("by-staging v1 depends on child staging");
        reply.Member("message")!.ShouldNotContain("by-production");
        reply.Member("message")!.ShouldNotContain("by-latest");
        (await _shop.Delete("child")).Member("message")!.ShouldContain("by-latest v1 depends on child latest");
    }

    [Fact]
    public async Task Latest_goes_to_the_highest_version_that_is_left()
    {
        foreach (var (text, label) in ((string, string)[])[("one", "dev"), ("two", "production"), ("three", "staging")])
            await _shop.Text("a", text, label);
        await Gone("a", "?label=latest");
        (await _shop.Read("a", "?label=latest")).Labels().ShouldBe(["production", "latest"]);
        (await _shop.Read("a", "?version=1")).Labels().ShouldBe(["dev"]);
        (await _shop.Text("a", "four")).Version().ShouldBe(4);
    }
}
