using System.Text.Json;
using Quire.Acceptance.Tests.Support;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Refusing;

public sealed class BadInputTests(DemoServer demo) : IClassFixture<DemoServer>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string[]> BadFiles => new()
    {
        { "invalid UTF-8", "bad.prompt.md", ["bad.prompt.md", "UTF-8"] },
        { "broken front matter", "bad.prompt.md", ["bad.prompt.md:3:"] },
        { "a template that does not parse", "bad.prompt.md", ["bad.prompt.md:4:", "{% if", "^"] },
        { "200 MB", "bad.bin", ["bad.bin", "209,715,200"] },
        { "another case", "support/ANSWER.prompt.md", ["support/answer", "support/ANSWER"] },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_is_refused_with_one_clear_error_and_nothing_changes(string what, string path, string[] parts)
    {
        var before = await State();
        Write(what, path);
        _folder.Write("in/good.txt", "good");
        var run = QuireProcess.Run(_folder.Path, demo.Server.With("import", "in"));
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Errors.Split('\n').Count(line => line.StartsWith("quire: ", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var part in parts)
            run.Errors.ShouldContain(part, Case.Sensitive);
        (await State()).ShouldBe(before);
    }

    [Theory]
    [InlineData("support%2F..%2Fanswer")]
    [InlineData("support%5Canswer")]
    [InlineData("support%00answer")]
    [InlineData("support%252Fanswer")]
    public async Task A_path_that_is_none_is_a_wrong_request(string path)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Put])
        {
            var before = await State();
            var (status, problem) = await demo.Server.Send(method, $"prompts/{path}", method == HttpMethod.Put ? new { source = "x", message = "x" } : null);
            status.ShouldBe(400);
            // The HTTP server itself refuses NUL in a target, before anybody could say why.
            if (!path.Contains("%00", StringComparison.Ordinal))
                problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
            (await State()).ShouldBe(before);
        }
    }

    [Theory]
    [InlineData("a/../b.prompt.md")]
    [InlineData("../b.prompt.md")]
    [InlineData("a//b.prompt.md")]
    [InlineData("a\0b.prompt.md")]
    [InlineData(".git/config")]
    public async Task A_path_that_no_tree_may_hold_is_refused(string path)
    {
        var before = await State();
        var (status, problem) = await demo.Server.Send(HttpMethod.Post, "commits", new { message = "x", changes = new[] { new { path, content = "x" } } });
        status.ShouldBeOneOf(400, 422);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        (await State()).ShouldBe(before);
    }

    [Fact]
    public async Task A_head_that_is_stale_is_a_conflict_that_names_both()
    {
        var head = (await demo.Server.Send(HttpMethod.Get, "commits")).Body.GetProperty("items");
        var (now, old) = (head[0].GetProperty("id").GetString()!, head[1].GetProperty("id").GetString()!);
        var before = await State();
        var (status, problem) = await demo.Server.Send(HttpMethod.Post, "commits", new { message = "x", expectedHead = old, changes = new[] { new { path = "x.txt", content = "x" } } });
        status.ShouldBe(409);
        problem.GetProperty("code").GetString().ShouldBe("stale_head");
        problem.GetRawText().ShouldContain(old);
        problem.GetRawText().ShouldContain(now);
        (await State()).ShouldBe(before);
    }

    [Fact]
    public async Task An_idempotency_key_with_another_body_is_a_conflict()
    {
        (await demo.Server.Send(HttpMethod.Post, "commits", Commit("one"), "key-1")).Status.ShouldBe(201);
        var before = await State();
        (await demo.Server.Send(HttpMethod.Post, "commits", Commit("one"), "key-1")).Body.GetProperty("replayed").GetBoolean().ShouldBeTrue();
        var (status, problem) = await demo.Server.Send(HttpMethod.Post, "commits", Commit("two"), "key-1");
        (status, problem.GetProperty("code").GetString()).ShouldBe((409, "idempotency_key_reused"));
        (await State()).ShouldBe(before);

        static object Commit(string content) => new { message = "Keep a note", changes = new[] { new { path = "note.txt", content } } };
    }

    [Fact]
    public async Task Without_a_key_nothing_is_told()
    {
        using var stranger = new HttpClient();
        var answer = await stranger.GetAsync(new Uri($"{demo.Server.Address}/api/v1/orgs/main/projects/prompts/prompts"), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(401);
        var page = await stranger.GetStringAsync(new Uri($"{demo.Server.Address}/"), TestContext.Current.CancellationToken);
        page.ShouldContain("Quire");
        page.ShouldNotContain("Answers one message");
    }

    private void Write(string what, string path)
    {
        switch (what)
        {
            case "invalid UTF-8": _folder.Write("in/" + path, [(byte)'a', 0xC3, 0x28]); break;
            case "broken front matter": _folder.Write("in/" + path, "---\ntags: [a\n---\nx"); break;
            case "a template that does not parse": _folder.Write("in/" + path, "---\ndescription: x\n---\nx {% if y %}"); break;
            case "another case": _folder.Write("in/" + path, "x"); break;
            default:
                using (var file = File.OpenWrite(_folder.Write("in/" + path, "")))
                    file.SetLength(200L * 1024 * 1024);
                break;
        }
    }

    // The commits, the prompts with their versions and aliases: everything that a write could have changed.
    private async Task<string> State()
    {
        var commits = (await demo.Server.Send(HttpMethod.Get, "commits?limit=1000")).Body.GetProperty("items").EnumerateArray().Select(commit => commit.GetProperty("id").GetString());
        var prompts = (await demo.Server.Send(HttpMethod.Get, "prompts?limit=1000")).Body.GetProperty("items").GetRawText();
        return JsonSerializer.Serialize(commits) + prompts;
    }
}
