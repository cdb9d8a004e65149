using System.Net;
using System.Security.Cryptography;
using System.Text;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Prompts;

public sealed class GetPromptTests : IAsyncLifetime
{
    private const string Answer = $"{Sending.Project}/prompts/support%2Fanswer";
    private const string First = "---\ndescription: Answers\ntags: [a, b]\ncategory: support\nmodel: small\nvariables:\n  name:\n    type: string\n---\nHello {{ name }}";
    private RunningQuire _quire = null!;
    private CountingStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start(wrap: store => _store = new CountingStore(store));
        await _quire.Commit(("support/answer.prompt.md", First));
        await _quire.Commit(("support/answer.prompt.md", "Hello again, {{ name }}"));
        (await _quire.Client.Send("PUT", $"{Answer}/aliases/production", new { version = 1 })).Should(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Theory]
    [InlineData("", 2)]
    [InlineData("?version=1", 1)]
    [InlineData("?version=2", 2)]
    [InlineData("?alias=production", 1)]
    [InlineData("?alias=latest", 2)]
    [InlineData("?ref=main", 2)]
    [InlineData("/versions/1", 1)]
    public async Task A_version_is_selected_by_alias_number_or_ref(string selector, long version) =>
        (await _quire.Client.Get(Answer + selector)).Should(HttpStatusCode.OK).Json.GetProperty("version").GetInt64().ShouldBe(version);

    [Fact]
    public async Task A_commit_selects_the_version_that_it_made()
    {
        var commit = (await _quire.Client.Get($"{Answer}?version=1")).Json.GetProperty("commit").GetString();
        (await _quire.Client.Get($"{Answer}?ref=sha:{commit}")).Json.GetProperty("version").GetInt64().ShouldBe(1);
        (await _quire.Client.Get($"{Answer}?ref=sha:{commit![..8]}")).Json.GetProperty("version").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("?alias=staging", 404, "alias_not_found")]
    [InlineData("?version=3", 404, "version_not_found")]
    [InlineData("?version=0", 400, "invalid_parameter")]
    [InlineData("?version=-1", 400, "invalid_parameter")]
    [InlineData("?version=1.0", 400, "invalid_parameter")]
    [InlineData("?version=99999999999", 400, "invalid_selector")]
    [InlineData("?version=99999999999999999999", 400, "invalid_parameter")]
    [InlineData("?ref=nothing", 404, "ref_not_found")]
    [InlineData("?ref=sha:0123456789", 404, "commit_not_found")]
    [InlineData("?ref=sha:xyz", 400, "invalid_selector")]
    [InlineData("?ref=a..b", 400, "invalid_name")]
    [InlineData("?alias=UPPER", 400, "invalid_name")]
    [InlineData("?alias=production&version=1", 400, "invalid_selector")]
    [InlineData("?alais=production", 400, "unknown_parameter")]
    [InlineData("?alias=production&alias=staging", 400, "repeated_parameter")]
    [InlineData("?alias=a%00", 400, "invalid_parameter")]
    [InlineData("/versions/9", 404, "version_not_found")]
    [InlineData("/versions/x", 400, "invalid_parameter")]
    public async Task A_selector_that_leads_nowhere_is_never_answered_with_the_latest(string selector, int status, string code) =>
        (await _quire.Client.Get(Answer + selector)).ShouldFail(status, code);

    [Fact]
    public async Task A_version_says_what_its_file_declares()
    {
        var json = (await _quire.Client.Get($"{Answer}?version=1")).Json;
        json.GetProperty("organisation").GetString().ShouldBe("main");
        json.GetProperty("project").GetString().ShouldBe("prompts");
        json.GetProperty("path").GetString().ShouldBe("support/answer");
        json.GetProperty("file").GetString().ShouldBe("support/answer.prompt.md");
        json.GetProperty("type").GetString().ShouldBe("text");
        json.GetProperty("dialect").GetString().ShouldBe("jinja");
        json.GetProperty("description").GetString().ShouldBe("Answers");
        json.GetProperty("category").GetString().ShouldBe("support");
        json.GetProperty("tags").GetArrayLength().ShouldBe(0, "tags are those of the latest version, which has none");
        json.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()).ShouldBe(["production"]);
        json.GetProperty("model").GetString().ShouldBe("small");
        json.GetProperty("variables").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
        json.GetProperty("template").GetString().ShouldBe("Hello {{ name }}");
        json.GetProperty("source").GetString().ShouldBe(First);
        json.GetProperty("contentHash").GetString().ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(First))));
        json.GetProperty("message").GetString().ShouldBe("Test");
        json.GetProperty("invalid").GetBoolean().ShouldBeFalse();
        json.GetProperty("commit").GetString()!.Length.ShouldBe(40);
    }

    [Fact]
    public async Task A_chat_prompt_shows_its_messages()
    {
        await _quire.Commit(("chat.prompt.yml", "messages:\n  - role: system\n    content: Be kind.\n  - placeholder: history\n  - merge_point: extra\n    messages:\n      - role: user\n        content: Hi\n"));
        var json = (await _quire.Client.Get($"{Sending.Project}/prompts/chat")).Should(HttpStatusCode.OK).Json;
        json.GetProperty("type").GetString().ShouldBe("chat");
        json.TryGetProperty("template", out _).ShouldBeFalse();
        var messages = json.GetProperty("messages");
        messages[0].GetProperty("content").GetString().ShouldBe("Be kind.");
        messages[1].GetProperty("placeholder").GetString().ShouldBe("history");
        messages[2].GetProperty("mergePoint").GetString().ShouldBe("extra");
        messages[2].GetProperty("default")[0].GetProperty("role").GetString().ShouldBe("user");
    }

    [Fact]
    public async Task The_source_comes_byte_for_byte()
    {
        var source = "Grüße \u2028 🙂\r\nlast line without end";
        await _quire.Commit(("notes.txt", source));
        var reply = (await _quire.Client.Get($"{Sending.Project}/prompts/notes.txt/source")).Should(HttpStatusCode.OK);
        reply.Bytes.ShouldBe(Encoding.UTF8.GetBytes(source));
        reply.Header("Content-Type").ShouldBe("text/plain; charset=utf-8");
        reply.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Fact]
    public async Task An_empty_file_is_a_prompt_like_any_other()
    {
        await _quire.Commit(("empty.txt", ""));
        (await _quire.Client.Get($"{Sending.Project}/prompts/empty.txt/source")).Should(HttpStatusCode.OK).Bytes.ShouldBeEmpty();
        (await _quire.Client.Get($"{Sending.Project}/prompts/empty.txt")).Json.GetProperty("template").GetString().ShouldBe("");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/source")]
    [InlineData("/versions/2")]
    public async Task A_client_that_has_it_already_hears_so(string end)
    {
        var first = (await _quire.Client.Get(Answer + end)).Should(HttpStatusCode.OK);
        var tag = first.Header("ETag")!;
        tag.ShouldStartWith("\"");
        foreach (var header in (string[])[tag, $"\"other\", {tag}", "W/" + tag, "*"])
        {
            var again = (await _quire.Client.Get(Answer + end, ("If-None-Match", header))).Should(HttpStatusCode.NotModified);
            again.Bytes.ShouldBeEmpty();
            again.Header("ETag").ShouldBe(tag);
        }
        (await _quire.Client.Get(Answer + end, ("If-None-Match", "\"other\""))).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_tag_changes_with_content_and_with_aliases_and_with_nothing_else()
    {
        var before = (await _quire.Client.Get($"{Answer}?version=1")).Header("ETag");
        await _quire.Commit(("other.prompt.md", "Other"));
        (await _quire.Client.Get($"{Answer}?version=1")).Header("ETag").ShouldBe(before);
        (await _quire.Client.Send("PUT", $"{Answer}/aliases/staging", new { version = 1 })).Should(HttpStatusCode.OK);
        (await _quire.Client.Get($"{Answer}?version=1")).Header("ETag").ShouldNotBe(before);
        (await _quire.Client.Get($"{Answer}?version=2")).Header("ETag").ShouldNotBe(before);
    }

    [Fact]
    public async Task A_moved_alias_is_served_at_once()
    {
        for (var version = 1; version <= 2; version++)
        {
            (await _quire.Client.Send("PUT", $"{Answer}/aliases/production", new { version })).Should(HttpStatusCode.OK);
            (await _quire.Client.Get($"{Answer}?alias=production")).Json.GetProperty("version").GetInt64().ShouldBe(version);
        }
    }

    [Theory]
    [InlineData("?alias=production")]
    [InlineData("?version=1")]
    [InlineData("")]
    [InlineData("/source?alias=production")]
    public async Task A_known_pointer_costs_no_query_of_the_database(string end)
    {
        (await _quire.Client.Get(Answer + end)).Should(HttpStatusCode.OK);
        var before = _store.Reads;
        for (var i = 0; i < 20; i++)
            (await _quire.Client.Get(Answer + end)).Should(HttpStatusCode.OK);
        _store.Reads.ShouldBe(before);
    }

    [Fact]
    public async Task A_known_pointer_costs_no_query_after_a_change_elsewhere_either()
    {
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "busy" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get(Answer)).Should(HttpStatusCode.OK);
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects/busy/commits", new { message = "x", changes = new[] { new { path = "a", content = "x" } } })).Should(HttpStatusCode.Created);
        var before = _store.Reads;
        (await _quire.Client.Get(Answer)).Should(HttpStatusCode.OK);
        _store.Reads.ShouldBe(before);
    }

    [Fact]
    public async Task Answers_kept_ready_are_for_those_who_may_have_them()
    {
        (await _quire.Client.Get(Answer)).Should(HttpStatusCode.OK);
        (await _quire.ClientFor(null).Get(Answer)).ShouldFail(401, "unauthenticated");
        (await (await _quire.ClientWith(Permissions.All & ~Permissions.Read)).Get(Answer)).ShouldFail(403, "forbidden");
        (await (await _quire.ClientWith(Permissions.All, projects: ["other"])).Get(Answer)).ShouldFail(404, "project_not_found");
        (await _quire.ClientFor(null).Get(Answer, ("Host", "evil.example"), ("Authorization", "Bearer " + _quire.Owner))).ShouldFail(421, "host_not_allowed");
    }

    [Fact]
    public async Task A_contribution_of_another_tenant_does_not_exist_for_a_bound_key_even_when_it_is_ready()
    {
        const string Contribution = "---\nextends: support/base\nlayer: tenant\nscope: acme\n---\n{% contribute \"tone\" %}Be formal.{% endcontribute %}";
        await _quire.Commit(("support/base.prompt.md", "{% merge_point \"tone\" %}{% endmerge_point %}"), ("tenants/acme.prompt.md", Contribution));
        var url = $"{Sending.Project}/prompts/tenants%2Facme";
        (await _quire.Client.Get(url)).Should(HttpStatusCode.OK).Json.GetProperty("scope").GetString().ShouldBe("acme");
        (await (await _quire.ClientWith(Permissions.Read, tenants: ["acme"])).Get(url)).Should(HttpStatusCode.OK);
        var bound = await _quire.ClientWith(Permissions.Read, tenants: ["globex"]);
        var hidden = (await bound.Get(url)).ShouldFail(404, "prompt_not_found");
        (await bound.Get($"{Sending.Project}/prompts/tenants%2Fnone")).Text.Replace("tenants/none", "tenants/acme").ShouldBe(hidden.Text);
        (await bound.Get($"{Sending.Project}/prompts")).Text.ShouldNotContain("acme");
        (await bound.Get($"{url}/aliases")).ShouldFail(404, "prompt_not_found");
        (await bound.Get($"{url}/versions")).ShouldFail(404, "prompt_not_found");
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_without_its_body()
    {
        var get = await _quire.Client.Get(Answer);
        foreach (var _ in (int[])[1, 2])
        {
            var head = (await _quire.Client.Send("HEAD", Answer)).Should(HttpStatusCode.OK);
            head.Bytes.ShouldBeEmpty();
            head.Header("ETag").ShouldBe(get.Header("ETag"));
            head.Header("Content-Length").ShouldBe(get.Header("Content-Length"));
        }
    }

    [Fact]
    public async Task A_deleted_version_is_gone_and_its_number_stays_taken()
    {
        var deleted = (await _quire.Client.Send("DELETE", $"{Answer}/versions/2")).Should(HttpStatusCode.OK);
        deleted.Header("Quire-Sequence").ShouldNotBeNull();
        (await _quire.Client.Get($"{Answer}?version=2")).ShouldFail(410, "version_deleted");
        (await _quire.Client.Get(Answer)).Json.GetProperty("version").GetInt64().ShouldBe(1);
        (await _quire.Client.Get($"{Answer}/versions")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        await _quire.Commit(("support/answer.prompt.md", "Third"));
        (await _quire.Client.Get(Answer)).Json.GetProperty("version").GetInt64().ShouldBe(3);
    }
}
