using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Tests.Drafts;

public sealed class DraftRouteTests : IAsyncLifetime
{
    private const string P = Sending.Project;
    private const string Draft = $"{P}/drafts/a";
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync() => _quire = await RunningQuire.Start();

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_draft_is_kept_read_listed_and_dropped_and_is_in_no_history()
    {
        var head = await Commit("one\n");
        var before = (await _quire.Client.Get($"{P}/commits")).Text;
        (await Keep("{{ not finished")).Should(HttpStatusCode.Created).Json.GetProperty("base").GetString().ShouldBe(head);
        var kept = (await Keep("{{ not finished either")).Should(HttpStatusCode.OK).Json;

        var draft = (await _quire.Client.Get(Draft)).Should(HttpStatusCode.OK).Json;
        draft.GetRawText().ShouldBe(kept.GetRawText());
        draft.GetProperty("source").GetString().ShouldBe("{{ not finished either");
        draft.GetProperty("branch").GetString().ShouldBe("main");
        var entry = (await _quire.Client.Get($"{P}/drafts")).Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (entry.GetProperty("path").GetString(), entry.GetProperty("bytes").GetInt64()).ShouldBe(("a", 22L));
        (await _quire.Client.Get($"{P}/prompts/a/source")).Text.ShouldBe("one\n");
        (await _quire.Client.Get($"{P}/commits")).Text.ShouldBe(before);
        (await _quire.Client.Get("/api/v1/orgs/main/changes")).Text.ShouldNotContain("draft");

        (await _quire.Client.Send("DELETE", Draft)).Should(HttpStatusCode.NoContent);
        (await _quire.Client.Get(Draft)).ShouldFail(404, "draft_not_found");
        (await _quire.Client.Send("DELETE", Draft)).ShouldFail(404, "draft_not_found");
    }

    [Fact]
    public async Task A_draft_that_is_committed_becomes_a_version_and_goes()
    {
        await Commit("one\n");
        await Keep("two\n");
        var saved = (await Finish(new { message = "From a draft", aliases = new[] { "staging" } })).Should(HttpStatusCode.Created).Json;
        saved.GetProperty("version").GetInt64().ShouldBe(2);
        (await _quire.Client.Get($"{P}/prompts/a/source?alias=staging")).Text.ShouldBe("two\n");
        (await _quire.Client.Get(Draft)).ShouldFail(404, "draft_not_found");
    }

    [Fact]
    public async Task A_repeated_commit_of_a_draft_answers_as_the_first_one_did()
    {
        await Keep("new\n");
        var first = (await Finish(new { message = "x" }, ("Idempotency-Key", "k"))).Should(HttpStatusCode.Created).Json;
        var again = (await Finish(new { message = "x" }, ("Idempotency-Key", "k"))).Should(HttpStatusCode.OK).Json;
        again.GetProperty("replayed").GetBoolean().ShouldBeTrue();
        again.GetProperty("commit").GetString().ShouldBe(first.GetProperty("commit").GetString());
    }

    [Fact]
    public async Task What_others_commit_elsewhere_does_not_make_a_draft_stale()
    {
        await Commit("one\n");
        await Keep("two\n");
        await _quire.Commit(("b.prompt.md", "beside\n"));
        (await Finish(new { message = "x" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{P}/prompts/b/source")).Text.ShouldBe("beside\n");
    }

    [Fact]
    public async Task A_stale_draft_is_409_with_the_merge_and_is_committed_once_it_is_kept_on_the_new_base()
    {
        await Commit("1\n2\n3\n4\n5\n");
        await Keep("1\n2\n3\n4\nfive\n");
        var head = await Commit("one\n2\n3\n4\n5\n");

        var file = (await Finish(new { message = "x" })).ShouldFail(409, "stale_prompt").Json.GetProperty("merge").EnumerateArray().ShouldHaveSingleItem();

        file.GetProperty("clean").GetBoolean().ShouldBeTrue();
        file.GetProperty("base").GetProperty("text").GetString().ShouldBe("1\n2\n3\n4\n5\n");
        file.GetProperty("ours").GetProperty("text").GetString().ShouldBe("one\n2\n3\n4\n5\n");
        file.GetProperty("theirs").GetProperty("text").GetString().ShouldBe("1\n2\n3\n4\nfive\n");
        var merged = file.GetProperty("content").GetString();
        merged.ShouldBe("one\n2\n3\n4\nfive\n");
        (await _quire.Client.Get(Draft)).Should(HttpStatusCode.OK);
        (await _quire.Client.Send("PUT", Draft, new { source = merged, @base = head })).Should(HttpStatusCode.OK);
        (await Finish(new { message = "x" })).Should(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Keeping_a_draft_again_does_not_move_its_base_unasked()
    {
        var first = await Commit("one\n");
        await Keep("mine\n");
        await Commit("theirs\n");
        (await Keep("mine, longer\n")).Json.GetProperty("base").GetString().ShouldBe(first);
        (await Finish(new { message = "x" })).ShouldFail(409, "stale_prompt");
    }

    [Fact]
    public async Task A_draft_of_a_prompt_that_somebody_else_made_meanwhile_is_stale()
    {
        await _quire.Commit(("b.prompt.md", "beside\n"));
        await Keep("mine\n");
        await Commit("theirs\n");
        var file = (await Finish(new { message = "x" })).ShouldFail(409, "stale_prompt").Json.GetProperty("merge")[0];
        file.TryGetProperty("base", out _).ShouldBeFalse();
        file.GetProperty("pieces").EnumerateArray().ShouldHaveSingleItem().GetProperty("kind").GetString().ShouldBe("conflict");
    }

    [Fact]
    public async Task A_draft_of_a_prompt_that_was_deleted_meanwhile_says_so()
    {
        await Commit("one\n");
        await Keep("mine\n");
        (await _quire.Client.Send("DELETE", $"{P}/prompts/a")).Should(HttpStatusCode.OK);
        var file = (await Finish(new { message = "x" })).ShouldFail(409, "stale_prompt").Json.GetProperty("merge")[0];
        file.TryGetProperty("ours", out _).ShouldBeFalse();
        file.GetProperty("clean").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_draft_follows_its_prompt_to_where_it_was_moved()
    {
        await Commit("one\n");
        await Keep("two\n");
        (await _quire.Client.Send("POST", $"{P}/prompts/a/move", new { to = "moved" })).Should(HttpStatusCode.OK);
        (await Finish(new { message = "x" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{P}/prompts/moved/source")).Text.ShouldBe("two\n");
    }

    [Fact]
    public async Task A_draft_for_a_branch_that_is_not_there_yet_makes_it_from_the_default_one()
    {
        await _quire.Commit(("a.prompt.yml", "messages:\n- role: user\n  content: one\n"));
        const string Next = "messages:\n- role: user\n  content: two\n";
        (await _quire.Client.Send("PUT", Draft, new { source = Next, branch = "side" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get(Draft)).ShouldFail(404, "draft_not_found");
        (await Finish(new { message = "x", branch = "side" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{P}/prompts/a/source?ref=side")).Text.ShouldBe(Next);
        (await _quire.Client.Get($"{P}/tree?ref=side")).Text.ShouldNotContain("a.prompt.md");
    }

    [Fact]
    public async Task A_draft_that_does_not_parse_is_refused_when_it_is_committed_and_stays()
    {
        await Keep("---\nnonsense: 1\n---\n");
        (await Finish(new { message = "x" })).ShouldFail(422, "rejected");
        (await _quire.Client.Get(Draft)).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_draft_with_the_text_that_is_there_goes_without_a_commit()
    {
        await Commit("one\n");
        await Keep("one\n");
        (await Finish(new { message = "x" })).Should(HttpStatusCode.OK).Json.GetProperty("changed").GetBoolean().ShouldBeFalse();
        (await _quire.Client.Get(Draft)).ShouldFail(404, "draft_not_found");
    }

    [Fact]
    public async Task Nobody_else_reads_a_draft_not_even_the_owner()
    {
        var other = await _quire.ClientWith(Permissions.Read | Permissions.Write);
        (await other.Send("PUT", Draft, new { source = "secret" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get(Draft)).ShouldFail(404, "draft_not_found");
        (await _quire.Client.Get($"{P}/drafts")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await Finish(new { message = "x" })).ShouldFail(404, "draft_not_found");
        (await other.Get(Draft)).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_base_that_is_no_commit_of_the_project_is_refused()
    {
        var blob = (await _quire.Client.Send("POST", $"{P}/blobs", new { blobs = new[] { new { content = "x" } } })).Json.GetProperty("ids")[0].GetString();
        (await _quire.Client.Send("PUT", Draft, new { source = "x", @base = new string('1', 40) })).ShouldFail(404, "commit_not_found");
        (await _quire.Client.Send("PUT", Draft, new { source = "x", @base = blob })).ShouldFail(404, "commit_not_found");
        (await _quire.Client.Send("PUT", Draft, new { source = "x", @base = "main" })).ShouldFail(400, "invalid_commit");
    }

    [Fact]
    public async Task A_person_has_a_bounded_number_of_bytes()
    {
        var text = new string('x', (int)QuireLimits.PromptBytes.Value);
        (await Keep(text + "x")).ShouldFail(413, "too_large");
        for (var number = 0; number < QuireLimits.DraftBytes.Value / text.Length; number++)
            (await _quire.Client.Send("PUT", $"{P}/drafts/p{number}", new { source = text })).Should(HttpStatusCode.Created);
        (await Keep("one more")).ShouldFail(413, "too_large");
        (await _quire.Client.Send("PUT", $"{P}/drafts/p0", new { source = text[1..] })).Should(HttpStatusCode.OK);
        (await Keep("1")).Should(HttpStatusCode.Created);
    }

    private async Task<string> Commit(string text) => (await _quire.Commit(("a.prompt.md", text))).Json.GetProperty("head").GetString()!;

    private Task<Reply> Keep(string text) => _quire.Client.Send("PUT", Draft, new { source = text });

    private Task<Reply> Finish(object body, params (string Name, string Value)[] headers) => _quire.Client.Send("POST", $"{Draft}/commit", body, headers);
}
