using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Sets;

public sealed class SetRouteTests : IAsyncLifetime
{
    private const string P = Sending.Project;
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        await _quire.Commit(("support/a.prompt.md", "A"), ("support/deep/b.prompt.md", "B"), ("sales/c.prompt.md", "C"));
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_set_is_made_shown_edited_and_removed_with_commits()
    {
        (await Put("care", new { folder = "support", version = "1.0.0", description = "Care" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{P}/sets")).Text.ShouldBe("{\"items\":[{\"name\":\"care\",\"folder\":\"support\",\"version\":\"1.0.0\",\"description\":\"Care\"}]}");
        var shown = (await _quire.Client.Get($"{P}/sets/care")).Should(HttpStatusCode.OK).Json;
        shown.GetProperty("prompts").EnumerateArray().Select(prompt => prompt.GetProperty("path").GetString()).ShouldBe(["support/a", "support/deep/b"]);
        shown.GetProperty("manifest").GetProperty("version").GetString().ShouldBe("1.0.0");
        await _quire.Commit(("support/quire.json", "{\"x-owner\":\"ada\",\"name\":\"care\",\"version\":\"1.0.0\"}"));
        (await Put("care", new { version = "1.1.0-rc.1" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{P}/sets/care")).Json.GetProperty("manifest").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("{\"x-owner\":\"ada\",\"name\":\"care\",\"version\":\"1.1.0-rc.1\"}");
        (await _quire.Client.Send("DELETE", $"{P}/sets/care")).Should(HttpStatusCode.OK);
        (await _quire.Client.Get($"{P}/sets/care")).ShouldFail(404, "set_not_found");
        (await _quire.Client.Get($"{P}/prompts/support%2Fa")).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sets_do_not_lie_in_each_other_and_share_names_with_nothing()
    {
        (await Put("care", new { folder = "support" })).Should(HttpStatusCode.Created);
        (await Put("deep", new { folder = "support/deep" })).ShouldFail(422, "set_nested");
        (await Put("prompts", new { folder = "sales" })).ShouldFail(409, "set_exists");
        (await _quire.Client.Send("POST", $"{P}/commits", new { message = "m", changes = new[] { new { path = "sales/quire.json", content = "{\"name\":\"care\"}" } } })).ShouldFail(409, "set_exists");
        (await _quire.Client.Send("POST", $"{P}/commits", new { message = "m", changes = new[] { new { path = "quire.json", content = "{}" } } })).ShouldFail(422, "set_nested");
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "care" })).ShouldFail(409, "project_exists");
        await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "shop" });
        var clash = await _quire.Client.Send("PUT", "/api/v1/orgs/main/projects/shop/sets/care", new { folder = "x" });
        clash.ShouldFail(409, "set_exists");
        clash.Text.ShouldContain("shop:x/quire.json");
        clash.Text.ShouldContain("prompts:support/quire.json");
        (await _quire.Client.Send("PUT", "/api/v1/orgs/main/projects/shop/sets/shop", new { folder = "" })).Should(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("[]", "no object")]
    [InlineData("{", "not JSON")]
    [InlineData("{\"nmae\":\"x\"}", "unknown key 'nmae'")]
    [InlineData("{\"name\":\"Big Name\"}", "its name is refused")]
    [InlineData("{\"version\":\"1.0\"}", "no semantic version")]
    [InlineData("{\"version\":\"01.0.0\"}", "no semantic version")]
    [InlineData("{\"dependencies\":[]}", "dependencies")]
    [InlineData("{\"description\":7}", "description")]
    public async Task A_manifest_that_is_none_is_refused_and_says_why(string manifest, string reason)
    {
        var reply = await _quire.Client.Send("POST", $"{P}/commits", new { message = "m", changes = new[] { new { path = "support/quire.json", content = manifest } } });

        reply.ShouldFail(422, "invalid_set");
        reply.Json.GetProperty("detail").GetString()!.ShouldContain(reason);
    }

    private Task<Reply> Put(string name, object body) => _quire.Client.Send("PUT", $"{P}/sets/{name}", body);
}
