using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Changes;

public sealed class FeedStreamTests : IAsyncLifetime
{
    private const string Feed = "/api/v1/orgs/main/changes";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync() => _quire = await RunningQuire.Start(options => options with { FeedHeartbeat = TimeSpan.FromSeconds(1) });

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task What_happened_comes_first_and_what_happens_follows()
    {
        await _quire.Commit(("a.prompt.md", "A"));
        await using var stream = await Open(_quire.Client, "");
        var first = await stream.Next();
        first.Id.ShouldBe("1.0");
        await stream.Until(item => item.Data.GetProperty("kind").GetString() == "latest");
        (await _quire.Client.Send("PUT", $"{Sending.Project}/prompts/a/aliases/live", new { version = 1 })).Should(HttpStatusCode.OK);
        var alias = await stream.Until(item => item.Data.GetProperty("kind").GetString() == "alias");
        alias.Event.ShouldBe("change");
        alias.Data.GetProperty("name").GetString().ShouldBe("live");
        alias.Data.GetProperty("project").GetString().ShouldBe("prompts");
        alias.Data.GetProperty("path").GetString().ShouldBe("a");
        alias.Data.GetProperty("new").GetString().ShouldBe("1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_goes_on_where_a_client_left_off(bool byHeader)
    {
        await _quire.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
        var ids = (await _quire.Client.Get(Feed)).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).ToList();
        ids.Count.ShouldBeGreaterThan(3);
        for (var i = 0; i < ids.Count - 1; i++)
        {
            await using var stream = byHeader ? await Open(_quire.Client, "?after=0", ids[i]) : await Open(_quire.Client, $"?after={ids[i]}");
            (await stream.Next()).Id.ShouldBe(ids[i + 1]);
        }
    }

    [Fact]
    public async Task A_whole_number_means_after_all_of_that_change()
    {
        await _quire.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
        await _quire.Commit(("a.prompt.md", "AA"));
        var last = (await _quire.Client.Get(Feed)).Json.GetProperty("sequence").GetInt64();
        await using var stream = await Open(_quire.Client, $"?after={last - 1}");
        (await stream.Next()).Id.ShouldBe($"{last}.0");
    }

    [Fact]
    public async Task A_key_bound_to_tenants_hears_every_number_but_nothing_of_other_tenants()
    {
        await _quire.Commit(("base.prompt.md", "{% merge_point \"tone\" %}{% endmerge_point %}"));
        await _quire.Commit(
            ("globex.prompt.md", "---\nextends: base\nlayer: tenant\nscope: globex\n---\n{% contribute \"tone\" %}x{% endcontribute %}"),
            ("acme.prompt.md", "---\nextends: base\nlayer: tenant\nscope: acme\n---\n{% contribute \"tone\" %}x{% endcontribute %}"));
        var all = (await _quire.Client.Get(Feed)).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToList();
        await using var stream = await Open(await _quire.ClientWith(Permissions.Read, tenants: ["acme"]), "");
        var heard = new List<FeedEvent>();
        foreach (var id in all)
        {
            heard.Add(await stream.Next());
            heard[^1].Id.ShouldBe(id);
        }
        heard.ShouldContain(item => item.Event == "change" && item.Data.GetRawText().Contains("acme"));
        heard.ShouldAllBe(item => !item.Data.GetRawText().Contains("globex"));
        heard.Where(item => item.Event == "hidden").ShouldAllBe(item => item.Data.EnumerateObject().Count() == 1);
        heard.ShouldNotContain(item => item.Event == "change" && item.Data.GetProperty("kind").GetString() == "branch");
    }

    [Fact]
    public async Task A_key_of_one_project_hears_nothing_of_another()
    {
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "other" })).Should(HttpStatusCode.Created);
        await _quire.Commit(("secret.prompt.md", "A"));
        var page = (await (await _quire.ClientWith(Permissions.Read, projects: ["other"])).Get(Feed)).Should(HttpStatusCode.OK);
        page.Text.ShouldNotContain("secret");
        page.Text.ShouldContain("\"name\":\"other\"");
        page.Json.GetProperty("items").GetArrayLength().ShouldBe((await _quire.Client.Get(Feed)).Json.GetProperty("items").GetArrayLength(), "the numbers are without a gap");
    }

    [Fact]
    public async Task A_silent_stream_is_kept_alive()
    {
        var last = (await _quire.Client.Get(Feed)).Json.GetProperty("sequence").GetInt64();
        await using var stream = await Open(_quire.Client, $"?after={last}");
        (await stream.Line()).ShouldBe(":");
    }

    [Fact]
    public async Task A_revoked_key_hears_nothing_more()
    {
        var key = await _quire.Key(Permissions.Read);
        var last = (await _quire.Client.Get(Feed)).Json.GetProperty("sequence").GetInt64();
        await using var stream = await Open(_quire.ClientFor(key), $"?after={last}");
        (await _quire.Client.Send("DELETE", $"/api/v1/orgs/main/keys/{KeySecret.IdOf(key)}")).Should(HttpStatusCode.NoContent);
        await stream.End();
    }

    [Fact]
    public async Task A_stopping_server_ends_its_streams_at_once()
    {
        var last = (await _quire.Client.Get(Feed)).Json.GetProperty("sequence").GetInt64();
        await using var stream = await Open(_quire.Client, $"?after={last}");
        var stopping = _quire.Stop();
        await stream.End();
        await stopping.WaitAsync(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_permission_there_is_no_stream() =>
        (await (await _quire.ClientWith(Permissions.Write)).Get(Feed, ("Accept", "text/event-stream"))).ShouldFail(403, "forbidden");

    private static async Task<OpenStream> Open(HttpClient client, string query, string? lastEvent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Feed + query);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEvent is not null)
            request.Headers.Add("Last-Event-ID", lastEvent);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new OpenStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private sealed record FeedEvent(string Id, string Event, JsonElement Data);

    private sealed record OpenStream(HttpResponseMessage Response, StreamReader Reader) : IAsyncDisposable
    {
        public async Task<FeedEvent> Next()
        {
            var (id, name) = ("", "");
            while (true)
            {
                var line = await Line() ?? throw new InvalidOperationException("the stream ended");
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                    id = line[4..];
                else if (line.StartsWith("event: ", StringComparison.Ordinal))
                    name = line[7..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                    return new FeedEvent(id, name, JsonElement.Parse(line[6..]));
            }
        }

        public async Task<FeedEvent> Until(Func<FeedEvent, bool> wanted)
        {
            while (true)
            {
                if (await Next() is var item && item.Event == "change" && wanted(item))
                    return item;
            }
        }

        public async Task End()
        {
            while (await Line() is not null)
            {
            }
        }

        public async Task<string?> Line() => await Reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

        public ValueTask DisposeAsync()
        {
            Reader.Dispose();
            Response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
