using System.Text.Json;

namespace Quire.AspNetCore.Tests.Langfuse;

public sealed class ResolvingTests : IAsyncLifetime
{
    private const string Tag = "@@@langfusePrompt:name=child|label=production@@@";
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await LangfuseShop.Open();
        await _shop.Text("child", "I am a child prompt", "production");
        await _shop.Text("parent", $"Parent: {Tag}", "production");
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_prompt_is_composed_where_nothing_is_said() => (await _shop.Read("parent", "?version=1")).Prompt().ShouldBe("Parent: I am a child prompt");

    [Fact]
    public async Task A_prompt_is_composed_where_that_is_asked_for() => (await _shop.Read("parent", "?version=1&resolve=true")).Prompt().ShouldBe("Parent: I am a child prompt");

    [Fact]
    public async Task A_text_is_read_as_it_was_written_where_that_is_asked_for()
    {
        var reply = await _shop.Read("parent", "?version=1&resolve=false");
        reply.Prompt().ShouldBe($"Parent: {Tag}");
        reply.Json.GetProperty("resolutionGraph").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_chat_is_read_as_it_was_written_where_that_is_asked_for()
    {
        await _shop.Chat("chat", [new { role = "system", content = $"System: {Tag}" }, new { role = "user", content = "User" }]);
        (await _shop.Read("chat", "?version=1&resolve=false")).Json.GetProperty("prompt")[0].GetProperty("content").GetString().ShouldBe($"System: {Tag}");
    }

    [Fact]
    public async Task Production_is_read_as_it_was_written_where_no_version_is_asked_for()
    {
        var reply = await _shop.Read("parent", "?resolve=false");
        reply.Labels().ShouldContain("production");
        reply.Prompt().ShouldContain(Tag);
    }

    [Fact]
    public async Task A_missing_dependency_does_not_keep_a_text_from_being_read_as_it_was_written()
    {
        await _shop.Quire.Commit(("lost.prompt.md", "Parent: @@@langfusePrompt:name=missing|version=1@@@"));
        var reply = await _shop.Read("lost", "?version=1&resolve=false");
        reply.Prompt().ShouldBe("Parent: @@@langfusePrompt:name=missing|version=1@@@");
    }

    [Fact]
    public async Task A_missing_dependency_of_what_is_stored_is_a_conflict()
    {
        await _shop.Quire.Commit(("lost.prompt.md", "Parent: @@@langfusePrompt:name=missing|version=1@@@"));
        (await _shop.Get("lost", "?version=1")).ShouldRefuse(409, "LangfuseConflictError", "Prompt dependency not found: missing - version 1");
    }
}
