using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Merging;

public sealed class HistoryRouteTests : IAsyncLifetime
{
    private const string P = Sending.Project;
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync() => _quire = await RunningQuire.Start();

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_conflict_is_409_with_its_pieces_and_a_resolution_makes_it_201()
    {
        await Diverge();
        var refused = (await Post("merges", new { from = "side" })).ShouldFail(409, "merge_conflict");
        var file = refused.Json.GetProperty("conflicts")[0];
        file.GetProperty("path").GetString().ShouldBe("a.prompt.md");
        file.GetProperty("pieces")[1].GetProperty("kind").GetString().ShouldBe("conflict");
        (await Post("merges", new { from = "side", dryRun = true })).Should(HttpStatusCode.OK).Json.GetProperty("conflicts").GetArrayLength().ShouldBe(1);
        var merged = await Post("merges", new { from = "side", resolutions = new[] { new { path = "a.prompt.md", content = "one\nboth\n" } } });
        merged.Should(HttpStatusCode.Created).Json.GetProperty("kind").GetString().ShouldBe("merge");
        (await _quire.Client.Get($"{P}/prompts/a/source")).Text.ShouldBe("one\nboth\n");
    }

    [Fact]
    public async Task A_late_save_is_409_with_a_merge_that_is_ready()
    {
        var seen = (await _quire.Commit(("a.prompt.md", "1\n2\n3\n4\n5\n"))).Json.GetProperty("head").GetString()!;
        await _quire.Commit(("a.prompt.md", "one\n2\n3\n4\n5\n"));
        var late = await _quire.Client.Send("PUT", $"{P}/prompts/a", new { source = "1\n2\n3\n4\nfive\n", message = "Late" }, ("Quire-Expected-Head", seen));
        var merge = late.ShouldFail(409, "stale_head").Json.GetProperty("merge")[0];
        merge.GetProperty("clean").GetBoolean().ShouldBeTrue();
        merge.GetProperty("content").GetString().ShouldBe("one\n2\n3\n4\nfive\n");
    }

    [Theory]
    [InlineData("prompts/a")]
    [InlineData("prompts/a/source")]
    public async Task A_save_whose_tag_no_longer_matches_is_412_with_a_merge_that_is_ready(string read)
    {
        await _quire.Commit(("a.prompt.md", "1\n2\n3\n4\n5\n"));
        var tag = (await _quire.Client.Get($"{P}/{read}")).Header("ETag")!;
        await _quire.Commit(("a.prompt.md", "one\n2\n3\n4\n5\n"));
        var late = await _quire.Client.Send("PUT", $"{P}/prompts/a", new { source = "1\n2\n3\n4\nfive\n", message = "Late" }, ("If-Match", tag));
        var merge = late.ShouldFail(412, "precondition_failed").Json.GetProperty("merge").EnumerateArray().ShouldHaveSingleItem();
        merge.GetProperty("clean").GetBoolean().ShouldBeTrue();
        merge.GetProperty("base").GetProperty("text").GetString().ShouldBe("1\n2\n3\n4\n5\n");
        merge.GetProperty("content").GetString().ShouldBe("one\n2\n3\n4\nfive\n");
        var now = (await _quire.Client.Get($"{P}/{read}")).Header("ETag")!;
        (await _quire.Client.Send("PUT", $"{P}/prompts/a", new { source = merge.GetProperty("content").GetString(), message = "Merged" }, ("If-Match", now))).Should(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_new_prompt_that_is_there_already_is_412_with_both_texts()
    {
        await _quire.Commit(("a.prompt.md", "theirs\n"));
        var late = await _quire.Client.Send("PUT", $"{P}/prompts/a", new { source = "mine\n", message = "New" }, ("If-None-Match", "*"));
        var merge = late.ShouldFail(412, "precondition_failed").Json.GetProperty("merge")[0];
        merge.GetProperty("clean").GetBoolean().ShouldBeFalse();
        merge.GetProperty("ours").GetProperty("text").GetString().ShouldBe("theirs\n");
        merge.GetProperty("theirs").GetProperty("text").GetString().ShouldBe("mine\n");
    }

    [Fact]
    public async Task A_key_that_may_not_read_learns_nothing_from_a_refused_save()
    {
        await _quire.Commit(("a.prompt.md", "theirs\n"));
        var writer = await _quire.ClientWith(Quire.Core.Access.Permissions.Write);
        var late = await writer.Send("PUT", $"{P}/prompts/a", new { source = "mine\n", message = "New" }, ("Quire-Expected-Head", new string('0', 40)));
        late.ShouldFail(409, "stale_head").Text.ShouldNotContain("theirs");
    }

    [Fact]
    public async Task Versions_of_two_prompts_are_compared()
    {
        await _quire.Commit(("a.prompt.md", "one\n"), ("b/c.prompt.md", "two\n"));
        var file = (await _quire.Client.Get($"{P}/prompts/a/diff?from=1&to=1&toPrompt=b/c")).Should(HttpStatusCode.OK).Json.GetProperty("files")[0];
        (file.GetProperty("oldPath").GetString(), file.GetProperty("newPath").GetString()).ShouldBe(("a.prompt.md", "b/c.prompt.md"));
        (await _quire.Client.Get($"{P}/prompts/a/diff?from=1&toPrompt=nowhere")).ShouldFail(404, "prompt_not_found");
        (await _quire.Client.Get($"{P}/prompts/a/diff?from=1&toPrompt=..%2Fb")).ShouldFail(400, "invalid_name");
    }

    [Fact]
    public async Task A_branch_says_how_far_it_is_from_another()
    {
        await Diverge();
        var both = (await _quire.Client.Get($"{P}/branches/side?against=main")).Should(HttpStatusCode.OK).Json;
        (both.GetProperty("ahead").GetInt32(), both.GetProperty("behind").GetInt32()).ShouldBe((1, 1));
        (await _quire.Client.Get($"{P}/commits/{both.GetProperty("base").GetString()}")).Should(HttpStatusCode.OK);
        (await _quire.Client.Get($"{P}/branches/side")).Json.TryGetProperty("ahead", out _).ShouldBeFalse();
        (await _quire.Client.Get($"{P}/branches/side?against=nowhere")).ShouldFail(404, "ref_not_found");
    }

    [Fact]
    public async Task History_is_worked_with_route_by_route()
    {
        await Diverge();
        var head = (await _quire.Client.Get($"{P}/branches/main")).Json.GetProperty("head").GetString();
        (await _quire.Client.Get($"{P}/diff?from=side&to=main")).Should(HttpStatusCode.OK).Text.ShouldContain("\"kind\":\"removed\",\"text\":\"theirs\"");
        (await _quire.Client.Get($"{P}/prompts/a/diff?from=1&to=2&format=unified")).Should(HttpStatusCode.OK).Text.ShouldContain("-two\n+ours\n");
        (await _quire.Client.Get($"{P}/prompts/a/diff")).ShouldFail(400, "invalid_selector");
        (await _quire.Client.Get($"{P}/blame?path=a.prompt.md")).Should(HttpStatusCode.OK).Json.GetProperty("spans").GetArrayLength().ShouldBe(2);
        (await Post("reverts", new { commit = "sha:" + head })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{P}/prompts/a/source")).Text.ShouldBe("one\ntwo\n");
        (await Post("cherry-picks", new { commit = "side" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{P}/prompts/a/source")).Text.ShouldBe("one\ntheirs\n");
        (await Post("restores", new { path = "a.prompt.md", from = "sha:" + head })).Should(HttpStatusCode.Created);
        (await Post("prompts/a/rollback", new { version = 1 })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{P}/prompts/a/source")).Text.ShouldBe("one\ntwo\n");
        (await _quire.Client.Send("DELETE", $"{P}/prompts/a")).Should(HttpStatusCode.OK);
        (await _quire.Client.Get($"{P}/trash")).Json.GetProperty("items")[0].GetProperty("path").GetString().ShouldBe("a");
        (await Post("trash/a/restore", null)).Should(HttpStatusCode.Created);
        (await Post("trash/a/restore", null)).ShouldFail(404, "not_in_trash");
    }

    [Fact]
    public async Task Branches_and_tags_are_named_protected_and_chosen()
    {
        await Diverge();
        (await _quire.Client.Send("PUT", $"{P}/tags/v%2F1", new { message = "First" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Send("PUT", $"{P}/tags/v%2F1", new { })).ShouldFail(409, "tag_exists");
        (await _quire.Client.Get($"{P}/tags")).Json.GetProperty("items")[0].GetProperty("name").GetString().ShouldBe("v/1");
        (await _quire.Client.Send("DELETE", $"{P}/tags/v%2F1")).Should(HttpStatusCode.OK);
        (await Post("branches/side/rename", new { to = "next" })).Should(HttpStatusCode.OK);
        (await _quire.Client.Send("PUT", $"{P}/branches/next/settings", new { @default = true, @protected = true })).Should(HttpStatusCode.OK);
        (await _quire.Client.Get(P)).Json.GetProperty("defaultBranch").GetString().ShouldBe("next");
        (await _quire.Client.Get($"{P}/branches/next")).Json.GetProperty("protected").GetBoolean().ShouldBeTrue();
    }

    private async Task Diverge()
    {
        await _quire.Commit(("a.prompt.md", "one\ntwo\n"));
        (await Post("commits", new { message = "Theirs", branch = "side", changes = new[] { new { path = "a.prompt.md", content = "one\ntheirs\n" } } })).Should(HttpStatusCode.Created);
        await _quire.Commit(("a.prompt.md", "one\nours\n"));
    }

    private Task<Reply> Post(string route, object? body) => _quire.Client.Send("POST", $"{P}/{route}", body);
}
