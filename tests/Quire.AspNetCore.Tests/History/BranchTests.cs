using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.History;

public sealed class BranchTests : IAsyncLifetime
{
    private const string Branches = Sending.Project + "/branches";
    private RunningQuire _quire = null!;
    private string _first = "";
    private string _second = "";

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        _first = (await _quire.Commit(("a.prompt.md", "A"), ("quire.json", "{}"), (".hidden", "x"))).Json.GetProperty("head").GetString()!;
        _second = (await _quire.Commit(("a.prompt.md", "AA"), ("b.txt", "B"))).Json.GetProperty("head").GetString()!;
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_commit_shows_who_what_and_which_files()
    {
        var json = (await _quire.Client.Get($"{Sending.Project}/commits/{_second[..10]}")).Should(HttpStatusCode.OK).Json;
        json.GetProperty("id").GetString().ShouldBe(_second);
        json.GetProperty("parents")[0].GetString().ShouldBe(_first);
        json.GetProperty("author").GetProperty("email").GetString()!.ShouldEndWith("@users.quire.invalid");
        json.GetProperty("files").EnumerateArray().Select(file => $"{file.GetProperty("status").GetString()} {file.GetProperty("path").GetString()}")
            .ShouldBe(["changed a.prompt.md", "added b.txt"]);
        var third = (await _quire.Client.Send("POST", $"{Sending.Project}/commits", new { message = "x", changes = new[] { new { path = "b.txt", delete = true } } })).Json.GetProperty("head").GetString();
        (await _quire.Client.Get($"{Sending.Project}/commits/{third}")).Text.ShouldContain("\"files\":[{\"path\":\"b.txt\",\"status\":\"deleted\"}]");
    }

    [Fact]
    public async Task A_page_of_commits_goes_on_where_the_one_before_ended()
    {
        var page = (await _quire.Client.Get($"{Sending.Project}/commits?limit=1")).Json;
        page.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe(_second);
        var next = (await _quire.Client.Get($"{Sending.Project}/commits?limit=1&after={page.GetProperty("next").GetString()}")).Json;
        next.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe(_first);
    }

    [Fact]
    public async Task A_tree_says_what_its_files_are()
    {
        var roles = (await _quire.Client.Get($"{Sending.Project}/tree?ref=sha:{_second}")).Json.GetProperty("items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("path").GetString()!, item => item.GetProperty("role").GetString());
        roles.ShouldBe(new Dictionary<string, string?> { [".hidden"] = "asset", ["a.prompt.md"] = "prompt", ["b.txt"] = "text", ["quire.json"] = "set" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_branch_is_created_moved_and_deleted()
    {
        (await Put("old", new { head = _first })).Should(HttpStatusCode.OK).Json.GetProperty("changed").GetBoolean().ShouldBeTrue();
        (await _quire.Client.Get($"{Sending.Project}/prompts/a?ref=old")).Json.GetProperty("template").GetString().ShouldBe("A");
        (await Put("old", new { head = _second, expectedHead = _first })).Should(HttpStatusCode.OK);
        (await Put("old", new { head = _second, expectedHead = _first })).ShouldFail(409, "stale_head");
        (await Put("new", new { head = _second, expectedHead = new string('0', 40) })).Should(HttpStatusCode.OK);
        (await _quire.Client.Send("DELETE", $"{Branches}/old", null, ("Quire-Expected-Head", _first))).ShouldFail(409, "stale_head");
        (await _quire.Client.Send("DELETE", $"{Branches}/old")).Should(HttpStatusCode.OK).Header("Quire-Sequence").ShouldNotBeNull();
        (await _quire.Client.Get($"{Branches}/old")).ShouldFail(404, "ref_not_found");
        (await _quire.Client.Get(Branches)).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()).ShouldBe(["main", "new"]);
    }

    [Fact]
    public async Task Commits_are_dropped_only_by_force_and_by_those_who_may()
    {
        (await Put("side", new { head = _second })).Should(HttpStatusCode.OK);
        (await Put("side", new { head = _first })).ShouldFail(409, "not_fast_forward");
        var writer = await _quire.ClientWith(Permissions.Read | Permissions.Write);
        (await writer.Send("PUT", $"{Branches}/side", new { head = _first, force = true })).ShouldFail(403, "forbidden");
        (await Put("side", new { head = _first, force = true })).Should(HttpStatusCode.OK);
    }

    private Task<Reply> Put(string branch, object body) => _quire.Client.Send("PUT", $"{Branches}/{branch}", body);
}
