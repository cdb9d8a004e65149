using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Prompts;

public sealed class PutPromptTests : IAsyncLifetime
{
    private const string Answer = $"{Sending.Project}/prompts/support%2Fanswer";
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync() => _quire = await RunningQuire.Start();

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_template_with_parts_becomes_a_file_that_reads_as_they_were_sent()
    {
        var reply = await Put(new
        {
            template = "---\nnot a head\n---\nHello {{ name }}",
            description = "Answers: \"politely\"",
            tags = new[] { "a", "b" },
            category = "support",
            variables = new { name = new { type = "string" } },
            model = new { name = "small", temperature = 0.5 },
            message = "Write it",
            author = "ada",
            aliases = new[] { "production" },
        });
        reply.Should(HttpStatusCode.Created);
        reply.Header("Quire-Sequence").ShouldBe(reply.Json.GetProperty("sequence").GetInt64().ToString());
        reply.Json.GetProperty("path").GetString().ShouldBe("support/answer");
        reply.Json.GetProperty("version").GetInt64().ShouldBe(1);
        var json = (await _quire.Client.Get($"{Answer}?alias=production")).Should(HttpStatusCode.OK).Json;
        json.GetProperty("template").GetString().ShouldBe("---\nnot a head\n---\nHello {{ name }}");
        json.GetProperty("description").GetString().ShouldBe("Answers: \"politely\"");
        json.GetProperty("category").GetString().ShouldBe("support");
        json.GetProperty("model").GetProperty("temperature").GetDouble().ShouldBe(0.5);
        json.GetProperty("author").GetString()!.ShouldContain("ada");
        json.GetProperty("commit").GetString().ShouldBe(reply.Json.GetProperty("commit").GetString());
    }

    [Fact]
    public async Task Messages_become_a_chat_prompt()
    {
        (await Put(new { messages = new[] { new { role = "user", content = "Hi\n\n  {{ name }}" } }, dialect = "variables", message = "Chat" })).Should(HttpStatusCode.Created);
        var json = (await _quire.Client.Get(Answer)).Json;
        json.GetProperty("file").GetString().ShouldBe("support/answer.prompt.yml");
        json.GetProperty("dialect").GetString().ShouldBe("variables");
        json.GetProperty("messages")[0].GetProperty("content").GetString().ShouldBe("Hi\n\n  {{ name }}");
    }

    [Fact]
    public async Task A_whole_file_is_stored_as_it_is()
    {
        (await Put(new { source = "---\ndescription: x\n---\nbody\n", message = "Whole" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{Answer}/source")).Text.ShouldBe("---\ndescription: x\n---\nbody\n");
        (await _quire.Client.Send("PUT", $"{Sending.Project}/prompts/notes.txt", new { source = "verbatim {{", format = "text", message = "Text" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Get($"{Sending.Project}/prompts/notes.txt")).Json.GetProperty("dialect").GetString().ShouldBe("text");
    }

    [Fact]
    public async Task The_same_text_again_changes_nothing_unless_it_is_registered()
    {
        await Put(new { template = "Same", message = "One" });
        var again = (await Put(new { template = "Same", message = "Two" })).Should(HttpStatusCode.OK).Json;
        again.GetProperty("changed").GetBoolean().ShouldBeFalse();
        again.TryGetProperty("version", out _).ShouldBeFalse();
        (await Put(new { template = "Same", message = "Three", register = true })).Should(HttpStatusCode.Created).Json.GetProperty("version").GetInt64().ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"message\":\"x\"}", 400, "invalid_prompt")]
    [InlineData("{\"message\":\"x\",\"source\":\"a\",\"template\":\"b\"}", 400, "invalid_prompt")]
    [InlineData("{\"message\":\"x\",\"source\":\"a\",\"tags\":[]}", 400, "invalid_prompt")]
    [InlineData("{\"message\":\"x\",\"template\":\"a\",\"format\":\"yaml\"}", 400, "invalid_prompt")]
    [InlineData("{\"message\":\"x\",\"source\":\"a\",\"format\":\"toml\"}", 400, "invalid_prompt")]
    [InlineData("{\"message\":\"x\",\"template\":\"a\",\"dialect\":\"erb\"}", 400, "invalid_prompt")]
    [InlineData("{\"message\":\"x\",\"template\":\"a\",\"type\":\"chat\"}", 400, "invalid_prompt")]
    [InlineData("{\"message\":\"x\",\"messages\":{}}", 400, "invalid_prompt")]
    [InlineData("{\"message\":\"x\",\"messages\":[{\"rolle\":\"user\"}]}", 422, "rejected")]
    [InlineData("{\"message\":\"x\",\"source\":\"---\\ndescripton: x\\n---\\n\"}", 422, "rejected")]
    [InlineData("{\"template\":\"a\"}", 400, "missing_member")]
    [InlineData("{\"message\":\"x\",\"template\":\"a\",\"author\":\"x\\ny\"}", 400, "invalid_author")]
    public async Task Parts_that_do_not_go_together_are_refused(string body, int status, string code)
    {
        (await _quire.Client.Send("PUT", Answer, body)).ShouldFail(status, code);
        (await _quire.Client.Get(Answer)).ShouldFail(404, "prompt_not_found");
    }

    [Fact]
    public async Task A_refused_file_is_pointed_into()
    {
        var problem = (await Put(new { source = "---\ndescripton: x\n---\nbody", message = "x" })).ShouldFail(422, "rejected");
        var finding = problem.Json.GetProperty("diagnostics")[0];
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("file").GetString().ShouldBe("support/answer.prompt.md");
        finding.GetProperty("line").GetInt32().ShouldBe(2);
        finding.GetProperty("hint").GetString()!.ShouldContain("description");
    }

    [Fact]
    public async Task A_condition_that_holds_lets_a_write_through_once()
    {
        await Put(new { template = "One", message = "x" });
        var tag = (await _quire.Client.Get(Answer)).Header("ETag")!;
        (await Put(new { template = "Two", message = "x" }, ("If-Match", tag))).Should(HttpStatusCode.Created);
        (await Put(new { template = "Three", message = "x" }, ("If-Match", tag))).ShouldFail(412, "precondition_failed");
        (await _quire.Client.Get(Answer)).Json.GetProperty("template").GetString().ShouldBe("Two");
    }

    [Fact]
    public async Task A_prompt_can_be_asked_to_be_new_or_to_exist()
    {
        (await Put(new { template = "One", message = "x" }, ("If-Match", "*"))).ShouldFail(412, "precondition_failed");
        (await Put(new { template = "One", message = "x" }, ("If-None-Match", "*"))).Should(HttpStatusCode.Created);
        (await Put(new { template = "Two", message = "x" }, ("If-None-Match", "*"))).ShouldFail(412, "precondition_failed");
        (await Put(new { template = "Two", message = "x" }, ("If-Match", "*"))).Should(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_many_writers_with_one_tag_exactly_one_wins()
    {
        await Put(new { template = "One", message = "x" });
        var tag = (await _quire.Client.Get(Answer)).Header("ETag")!;
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Put(new { template = $"Writer {i}", message = "x" }, ("If-Match", tag))));
        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Where(reply => reply.Status != HttpStatusCode.Created).ShouldAllBe(reply => reply.Status == HttpStatusCode.PreconditionFailed);
        (await _quire.Client.Get(Answer)).Json.GetProperty("version").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_writers_of_a_new_prompt_in_an_empty_project_exactly_one_wins()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Put(new { template = $"Writer {i}", message = "x" }, ("If-None-Match", "*"))));
        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Where(reply => reply.Status != HttpStatusCode.Created).ShouldAllBe(reply => reply.Status == HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task A_stale_head_is_answered_with_both_heads()
    {
        var first = (await Put(new { template = "One", message = "x" })).Json.GetProperty("commit").GetString()!;
        var second = (await Put(new { template = "Two", message = "x" })).Json.GetProperty("commit").GetString()!;
        var problem = (await Put(new { template = "Three", message = "x" }, ("Quire-Expected-Head", first))).ShouldFail(409, "stale_head");
        problem.Json.GetProperty("expectedHead").GetString().ShouldBe(first);
        problem.Json.GetProperty("actualHead").GetString().ShouldBe(second);
    }

    [Fact]
    public async Task A_branch_is_written_without_numbers()
    {
        await Put(new { template = "One", message = "x" });
        var reply = (await Put(new { template = "Draft", message = "x", branch = "feature/tone" })).Should(HttpStatusCode.Created).Json;
        reply.TryGetProperty("version", out _).ShouldBeFalse();
        (await _quire.Client.Get($"{Answer}?ref=feature/tone")).Json.GetProperty("template").GetString().ShouldBe("Draft");
        (await _quire.Client.Get(Answer)).Json.GetProperty("template").GetString().ShouldBe("One");
    }

    [Fact]
    public async Task A_moved_prompt_keeps_its_number_and_its_old_path_leads_to_it()
    {
        await Put(new { template = "One", message = "x", aliases = new[] { "production" } });
        var id = (await _quire.Client.Get(Answer)).Json.GetProperty("id").GetInt64();
        (await _quire.Client.Send("POST", $"{Answer}/move", new { to = "support/reply" })).Should(HttpStatusCode.OK);
        var moved = (await _quire.Client.Get($"{Sending.Project}/prompts/support%2Freply?alias=production")).Should(HttpStatusCode.OK).Json;
        moved.GetProperty("id").GetInt64().ShouldBe(id);
        (await _quire.Client.Get($"{Answer}?alias=production")).Should(HttpStatusCode.OK).Json.GetProperty("path").GetString().ShouldBe("support/reply");
        (await _quire.Client.Send("POST", $"{Sending.Project}/prompts/support%2Freply/move", new { to = "../x" })).ShouldFail(400, "invalid_name");
        (await _quire.Client.Send("POST", $"{Sending.Project}/prompts/nothing/move", new { to = "x" })).ShouldFail(404, "prompt_not_found");
    }

    [Theory]
    [InlineData("support%2Fanswer")]
    [InlineData("support%2Freply")]
    public async Task A_moved_prompt_is_written_rolled_back_and_deleted_where_it_stands_now(string path)
    {
        var prompt = $"{Sending.Project}/prompts/{path}";
        await Put(new { template = "One", message = "x" });
        (await _quire.Client.Send("POST", $"{Answer}/move", new { to = "support/reply" })).Should(HttpStatusCode.OK);
        var tag = (await _quire.Client.Get(prompt)).Header("ETag")!;
        (await _quire.Client.Send("PUT", prompt, new { template = "Two", message = "x" }, ("If-Match", tag))).Should(HttpStatusCode.Created);
        (await _quire.Client.Send("PUT", prompt, new { template = "Three", message = "x" })).Should(HttpStatusCode.Created);
        (await _quire.Client.Send("POST", $"{prompt}/move", new { to = "support/last" })).Should(HttpStatusCode.OK);
        (await _quire.Client.Send("POST", $"{prompt}/rollback", new { version = 1 })).Should(HttpStatusCode.Created);
        (await Files()).ShouldBe(["support/last.prompt.md"]);
        (await _quire.Client.Get(prompt)).Json.GetProperty("version").GetInt64().ShouldBe(4);
        (await _quire.Client.Send("DELETE", prompt)).Should(HttpStatusCode.OK);
        (await Files()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deleted_prompt_is_not_found_and_goes_on_numbering_when_it_is_made_again()
    {
        await Put(new { template = "One", message = "x" });
        (await _quire.Client.Send("DELETE", Answer)).Should(HttpStatusCode.OK);
        (await _quire.Client.Get(Answer)).ShouldFail(404, "prompt_not_found");
        (await _quire.Client.Send("DELETE", Answer)).ShouldFail(404, "prompt_not_found");
        (await Put(new { template = "Two", message = "x" })).Json.GetProperty("version").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task A_delete_with_a_stale_head_is_refused()
    {
        var first = (await Put(new { template = "One", message = "x" })).Json.GetProperty("commit").GetString()!;
        await Put(new { template = "Two", message = "x" });
        (await _quire.Client.Send("DELETE", Answer, null, ("Quire-Expected-Head", first))).ShouldFail(409, "stale_head");
        (await _quire.Client.Send("DELETE", Answer, null, ("Quire-Expected-Head", "zzz"))).ShouldFail(400, "invalid_commit");
        (await _quire.Client.Get(Answer)).Should(HttpStatusCode.OK);
    }

    private async Task<IEnumerable<string?>> Files() =>
        (await _quire.Client.Get($"{Sending.Project}/tree")).Json.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("path").GetString());

    private Task<Reply> Put(object body, params (string Name, string Value)[] headers) => _quire.Client.Send("PUT", Answer, body, headers);
}
