using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Commits;

public sealed class CreateCommitTests : IAsyncLifetime
{
    private const string Commits = Sending.Project + "/commits";
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync() => _quire = await RunningQuire.Start();

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_repeated_request_is_answered_as_the_first_one_was()
    {
        var body = new { message = "x", changes = new[] { new { path = "a.prompt.md", content = "A" } } };
        var first = (await Send(body, "key-1")).Should(HttpStatusCode.Created).Json;
        var second = (await Send(body, "key-1")).Should(HttpStatusCode.OK).Json;
        second.GetProperty("replayed").GetBoolean().ShouldBeTrue();
        foreach (var member in (string[])["sequence", "changed", "head", "issued"])
            second.GetProperty(member).GetRawText().ShouldBe(first.GetProperty(member).GetRawText());
        (await _quire.Client.Get($"{Sending.Project}/commits")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_on_another_route_is_refused()
    {
        (await Send(new { message = "x", changes = new[] { new { path = "a", content = "A" } } }, "key-1")).Should(HttpStatusCode.Created);
        (await Send(new { message = "x", changes = new[] { new { path = "a", content = "B" } } }, "key-1")).ShouldFail(409, "idempotency_key_reused");
        (await _quire.Client.Send("PUT", $"{Sending.Project}/prompts/a/aliases/x", new { version = 1 }, ("Idempotency-Key", "key-1"))).ShouldFail(409, "idempotency_key_reused");
    }

    [Fact]
    public async Task The_same_key_of_another_caller_is_another_key()
    {
        var body = new { message = "x", changes = new[] { new { path = "a", content = "A" } }, register = new[] { "a" } };
        (await Send(body, "key-1")).Should(HttpStatusCode.Created);
        var other = await _quire.ClientWith(Core.Access.Permissions.All);
        (await other.Send("POST", Commits, body, ("Idempotency-Key", "key-1"))).Should(HttpStatusCode.Created).Json.GetProperty("replayed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Twins_at_the_same_moment_change_things_once()
    {
        var body = new { message = "x", changes = new[] { new { path = "a.prompt.md", content = "A" } }, register = new[] { "a" } };
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Send(body, "twin")));
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created || reply.Status == HttpStatusCode.OK);
        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Select(reply => reply.Json.GetProperty("sequence").GetInt64()).Distinct().Count().ShouldBe(1);
        (await _quire.Client.Get($"{Sending.Project}/prompts/a")).Json.GetProperty("version").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("\u00fc")]
    [InlineData("")]
    public async Task A_key_that_is_no_text_of_visible_ascii_is_refused(string key)
    {
        var head = $"POST {Commits} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_quire.Owner}\r\nContent-Type: application/json\r\nContent-Length: 15\r\nConnection: close\r\nIdempotency-Key: {key}\r\n\r\n{{\"message\":\"x\"}}";
        var reply = await _quire.Raw(head.Replace("Content-Length: 15", $"Content-Length: {"{\"message\":\"x\"}".Length}"));
        reply.ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task A_key_of_201_characters_is_too_long() =>
        (await Send(new { message = "x", changes = new[] { new { path = "a", content = "A" } } }, new string('k', 201))).ShouldFail(413, "too_large");

    [Fact]
    public async Task Commits_without_an_expected_head_are_made_again_on_top_of_each_other()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Send(new { message = "x", changes = new[] { new { path = $"p{i}.prompt.md", content = "A" } } })));
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created || reply.Code == "stale_head");
        var made = replies.Count(reply => reply.Status == HttpStatusCode.Created);
        made.ShouldBeGreaterThan(1);
        (await _quire.Client.Get($"{Sending.Project}/prompts")).Json.GetProperty("total").GetInt64().ShouldBe(made);
    }

    [Fact]
    public async Task Of_many_commits_on_one_head_exactly_one_gets_in_and_the_others_hear_both_heads()
    {
        var head = (await _quire.Commit(("a.prompt.md", "A"))).Json.GetProperty("head").GetString();
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Send(new { message = "x", expectedHead = head, changes = new[] { new { path = $"p{i}.prompt.md", content = "A" } } })));
        var winner = replies.Single(reply => reply.Status == HttpStatusCode.Created).Json.GetProperty("head").GetString();
        foreach (var loser in replies.Where(reply => reply.Status != HttpStatusCode.Created))
        {
            loser.ShouldFail(409, "stale_head");
            loser.Json.GetProperty("expectedHead").GetString().ShouldBe(head);
            loser.Json.GetProperty("actualHead").GetString().ShouldBe(winner);
        }
    }

    [Fact]
    public async Task Sixteen_writers_on_one_alias_leave_one_order_and_no_gap()
    {
        await _quire.Commit(("a.prompt.md", "1"));
        await _quire.Commit(("a.prompt.md", "2"));
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(Move));
        replies.SelectMany(each => each).ShouldAllBe(reply => reply.Status == HttpStatusCode.OK);
        var rows = await Feed();
        rows.Select(row => row.Sequence).Distinct().ShouldBe(Enumerable.Range(1, rows.Max(row => (int)row.Sequence)).Select(number => (long)number));
        var moves = rows.Where(row => row.Kind == "alias").ToList();
        for (var i = 1; i < moves.Count; i++)
            moves[i].Old.ShouldBe(moves[i - 1].New);
        (await _quire.Client.Get($"{Sending.Project}/prompts/a?alias=live")).Json.GetProperty("version").GetInt64().ShouldBe(long.Parse(moves[^1].New!));

        async Task<List<Reply>> Move(int writer)
        {
            var all = new List<Reply>();
            for (var i = 0; i < 5; i++)
                all.Add(await _quire.Client.Send("PUT", $"{Sending.Project}/prompts/a/aliases/live", new { version = 1 + ((writer + i) % 2) }));
            return all;
        }
    }

    [Fact]
    public async Task A_writer_reads_what_it_wrote()
    {
        var sequence = (await _quire.Commit(("a.prompt.md", "1"))).Header("Quire-Sequence")!;
        (await _quire.Client.Get($"{Sending.Project}/prompts/a", ("Quire-Min-Sequence", sequence))).Should(HttpStatusCode.OK);
    }

    private async Task<List<(long Sequence, string? Kind, string? Old, string? New)>> Feed()
    {
        var items = (await _quire.Client.Get("/api/v1/orgs/main/changes?limit=1000")).Json.GetProperty("items");
        return [.. items.EnumerateArray().Select(item => (long.Parse(item.GetProperty("id").GetString()!.Split('.')[0]), Text(item, "kind"), Text(item, "old"), Text(item, "new")))];

        static string? Text(System.Text.Json.JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private Task<Reply> Send(object body, string? key = null) =>
        key is null ? _quire.Client.Send("POST", Commits, body) : _quire.Client.Send("POST", Commits, body, ("Idempotency-Key", key));
}
