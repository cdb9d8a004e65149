using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Aliases;

public sealed class AliasRouteTests : IAsyncLifetime
{
    private const string P = Sending.Project;
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        await _quire.Commit(("f/a.prompt.md", "A"), ("f/b.prompt.md", "B"), ("c.prompt.md", "C"));
        await _quire.Commit(("f/a.prompt.md", "AA"));
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task An_alias_moves_for_a_folder_in_one_change_and_goes_again()
    {
        var set = (await Move("production", new { folder = "f" })).Should(HttpStatusCode.OK).Json;
        (set.GetProperty("prompts").GetInt32(), set.GetProperty("changed").GetBoolean()).ShouldBe((2, true));
        (await Aliases()).ShouldBe(["c:", "f/a:{\"production\":2}", "f/b:{\"production\":1}"]);
        (await _quire.Client.Send("DELETE", $"{P}/aliases/production?folder=f")).Should(HttpStatusCode.OK);
        (await Aliases()).ShouldBe(["c:", "f/a:", "f/b:"]);
    }

    [Fact]
    public async Task An_alias_follows_another_and_prompts_of_the_folder_without_it_are_named()
    {
        await Move("staging", new { paths = new[] { "f/a" }, version = 1 });
        var moved = (await Move("production", new { folder = "", from = "staging" })).Should(HttpStatusCode.OK).Json;
        moved.GetProperty("skipped").GetRawText().ShouldBe("[\"c\",\"f/b\"]");
        (await Aliases()).ShouldBe(["c:", "f/a:{\"production\":1,\"staging\":1}", "f/b:"]);
        (await Move("production", new { paths = new[] { "f/b" }, from = "staging" })).ShouldFail(404, "alias_not_found");
    }

    [Fact]
    public async Task One_prompt_that_stands_elsewhere_than_expected_stops_all_of_them()
    {
        await Move("production", new { paths = new[] { "f/a" }, version = 1 });
        (await Move("production", new { folder = "f", expected = new Dictionary<string, long> { ["f/a"] = 2, ["f/b"] = 0 } })).ShouldFail(409, "stale_alias");
        (await Aliases()).ShouldBe(["c:", "f/a:{\"production\":1}", "f/b:"]);
        (await Move("production", new { folder = "f", version = 1, remove = true })).ShouldFail(400, "invalid_selector");
        (await Move("production", new { folder = "f", paths = new[] { "c" } })).ShouldFail(400, "invalid_choice");
    }

    [Fact]
    public async Task One_alias_named_twice_in_a_commit_ends_where_the_last_move_says()
    {
        (await _quire.Client.Send("POST", $"{P}/commits",
            "{\"message\":\"m\",\"changes\":[{\"path\":\"c.prompt.md\",\"content\":\"CC\"}],\"aliases\":[{\"path\":\"c\",\"alias\":\"x\",\"version\":1},{\"path\":\"c\",\"alias\":\"x\"}]}")).Should(HttpStatusCode.Created);
        (await Aliases())[0].ShouldBe("c:{\"x\":2}");
    }

    [Fact]
    public async Task A_protected_alias_is_refused_at_every_door_without_the_permission_manage()
    {
        await Move("production", new { folder = "f" });
        (await _quire.Client.Send("PUT", $"{P}/protected-aliases/prod*")).Should(HttpStatusCode.OK).Json.GetProperty("changed").GetBoolean().ShouldBeTrue();
        (await _quire.Client.Get($"{P}/protected-aliases")).Text.ShouldBe("{\"items\":[\"prod*\"]}");
        using var writer = await _quire.ClientWith(Permissions.Read | Permissions.Write);
        foreach (var (method, url, body) in new (string, string, object?)[]
        {
            ("PUT", "prompts/f%2Fa/aliases/production", new { version = 1 }), ("DELETE", "prompts/f%2Fa/aliases/production", null),
            ("PUT", "prompts/f%2Fa", new { template = "new", message = "m", aliases = new[] { "production" } }), ("DELETE", "prompts/f%2Fa/versions/2", null),
            ("POST", "aliases/production", new { folder = "f", version = 1 }), ("DELETE", "aliases/production?folder=f", null),
            ("POST", "aliases/prod-eu", new { paths = new[] { "c" } }), ("PATCH", "prompts/f%2Fa/versions/2", new { deleted = true }),
            ("POST", "commits", new { message = "m", changes = new[] { new { path = "c.prompt.md", content = "x" } }, aliases = new[] { new { path = "c", alias = "production" } } }),
        })
        {
            (await writer.Send(method, $"{P}/{url}", body)).ShouldFail(403, "protected");
        }
        (await writer.Send("DELETE", $"{P}/protected-aliases/prod*")).ShouldFail(403, "forbidden");
        (await Aliases()).ShouldBe(["c:", "f/a:{\"production\":2}", "f/b:{\"production\":1}"]);
        (await writer.Send("PUT", $"{P}/prompts/c/aliases/staging", new { version = 1 })).Should(HttpStatusCode.OK);
        (await writer.Send("PUT", $"{P}/prompts/f%2Fa/aliases/production", new { version = 2 })).Should(HttpStatusCode.OK).Json.GetProperty("changed").GetBoolean().ShouldBeFalse();
        (await _quire.Client.Send("PUT", $"{P}/prompts/f%2Fa/aliases/production", new { version = 1 })).Should(HttpStatusCode.OK);
        (await _quire.Client.Send("DELETE", $"{P}/protected-aliases/prod*")).Should(HttpStatusCode.OK);
        (await writer.Send("PUT", $"{P}/prompts/f%2Fa/aliases/production", new { version = 2 })).Should(HttpStatusCode.OK).Json.GetProperty("changed").GetBoolean().ShouldBeTrue();
        (await _quire.Client.Send("PUT", $"{P}/protected-aliases/UPPER")).ShouldFail(400, "invalid_name");
    }

    private Task<Reply> Move(string alias, object body) => _quire.Client.Send("POST", $"{P}/aliases/{alias}", body);

    private async Task<IReadOnlyList<string>> Aliases() => [.. (await _quire.Client.Get($"{P}/prompts")).Json.GetProperty("items").EnumerateArray()
        .Select(item => $"{item.GetProperty("path").GetString()}:{(item.GetProperty("aliases").EnumerateObject().Any() ? item.GetProperty("aliases").GetRawText() : "")}")];
}
