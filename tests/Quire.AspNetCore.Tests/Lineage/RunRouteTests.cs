using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Testing;

namespace Quire.AspNetCore.Tests.Lineage;

public sealed class RunRouteTests : IAsyncLifetime
{
    private const string P = Sending.Project;
    private const string Runs = "/api/v1/orgs/main/runs";
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        await _quire.Commit(("support/answer.prompt.md", "one"), ("b.prompt.md", "B"));
        await _quire.Client.Send("PUT", $"{P}/prompts/support%2Fanswer/aliases/production", new { version = 1 });
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_run_tells_what_it_used_and_each_version_tells_what_used_it()
    {
        await _quire.Commit(("support/answer.prompt.md", "two"));
        await Record(new { id = "nightly-7", kind = "evaluation", title = "Nightly", prompts = new[] { "support/answer@production", "support/answer", "b@1" }, parameters = new { seed = "42" }, metrics = new { f1 = 0.93 } });

        var run = (await _quire.Client.Get($"{Runs}/nightly-7")).Should(HttpStatusCode.OK).Json;

        run.GetProperty("prompts").GetRawText().ShouldBe(
            """[{"project":"prompts","path":"b","version":1,"versionDeleted":false,"promptDeleted":false},"""
            + """{"project":"prompts","path":"support/answer","version":1,"versionDeleted":false,"promptDeleted":false},"""
            + """{"project":"prompts","path":"support/answer","version":2,"versionDeleted":false,"promptDeleted":false}]""");
        run.GetProperty("metrics").GetRawText().ShouldBe("""{"f1":0.93}""");
        (await Usage("support%2Fanswer", 2)).ShouldBe(["nightly-7"]);
        (await _quire.Client.Get($"{P}/prompts/b/versions/2/usage")).ShouldFail(404, "version_not_found");
        (await _quire.Client.Get($"{Runs}/nightly-7/mlflow")).Text.ShouldBe(
            """{"params":[{"key":"prompt.b","value":"v1"},{"key":"prompt.support.answer","value":"v1,v2"},{"key":"seed","value":"42"}]}""");
        (await _quire.Client.Get("/api/v1/orgs/main/changes")).Text.ShouldNotContain("nightly-7");
    }

    [Fact]
    public async Task The_same_request_again_is_answered_as_the_first_one_though_the_alias_moved_and_another_one_is_refused()
    {
        var wish = new { id = "r", kind = "deployment", prompts = new[] { "support/answer@production" } };
        (await Record(wish)).Status.ShouldBe(HttpStatusCode.Created);
        await _quire.Commit(("support/answer.prompt.md", "two"));
        await _quire.Client.Send("PUT", $"{P}/prompts/support%2Fanswer/aliases/production", new { version = 2 });

        var again = (await _quire.Client.Send("POST", Runs, wish)).Should(HttpStatusCode.OK).Json;

        again.GetProperty("prompts")[0].GetProperty("version").GetInt64().ShouldBe(1);
        (await _quire.Client.Send("POST", Runs, new { wish.id, kind = "experiment", wish.prompts })).ShouldFail(409, "run_exists");
    }

    [Fact]
    public async Task Metrics_are_added_until_a_run_is_finished_and_never_change()
    {
        await Record(new { id = "r", kind = "experiment", prompts = new[] { "b" }, metrics = new { a = 1 } });
        (await Add(new { metrics = new { a = 1, b = 2.5 } })).Should(HttpStatusCode.OK).Json.GetProperty("metrics").GetRawText().ShouldBe("""{"a":1,"b":2.5}""");
        (await Add(new { metrics = new { b = 3, c = 1 } })).ShouldFail(409, "metric_exists");
        var end = (await Add(new { finished = true })).Should(HttpStatusCode.OK).Json.GetProperty("run").GetProperty("finishedAt").GetString();

        (await Add(new { metrics = new { c = 1 } })).ShouldFail(409, "run_finished");
        var repeated = (await Add(new { metrics = new { b = 2.5 }, finished = true })).Should(HttpStatusCode.OK).Json;
        repeated.GetProperty("run").GetProperty("finishedAt").GetString().ShouldBe(end);
        repeated.GetProperty("metrics").GetRawText().ShouldBe("""{"a":1,"b":2.5}""");

        Task<Reply> Add(object body) => _quire.Client.Send("PATCH", $"{Runs}/r", body);
    }

    [Fact]
    public async Task Moved_prompts_deleted_versions_and_deleted_prompts_stay_resolvable()
    {
        await _quire.Commit(("support/answer.prompt.md", "two"));
        await Record(new { id = "r", kind = "evaluation", prompts = new[] { "support/answer@1", "b@1" } });
        (await _quire.Client.Send("POST", $"{P}/prompts/support%2Fanswer/move", new { to = "help/answer", message = "move" })).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
        (await _quire.Client.Send("DELETE", $"{P}/prompts/help%2Fanswer/versions/1")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        (await _quire.Client.Send("DELETE", $"{P}/prompts/b")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);

        var used = (await _quire.Client.Get($"{Runs}/r")).Should(HttpStatusCode.OK).Json.GetProperty("prompts");

        used.EnumerateArray().Select(use => (use.GetProperty("path").GetString(), use.GetProperty("versionDeleted").GetBoolean(), use.GetProperty("promptDeleted").GetBoolean()))
            .ShouldBe([("b", false, true), ("help/answer", true, false)]);
        (await Usage("support%2Fanswer", 1)).ShouldBe(["r"]);
        (await Usage("help%2Fanswer", 1)).ShouldBe(["r"]);
        (await Usage("b", 1)).ShouldBe(["r"]);
    }

    [Fact]
    public async Task Lists_are_paged_and_filtered()
    {
        for (var run = 0; run < 5; run++)
            await Record(new { id = $"r{run}", kind = run % 2 == 0 ? "evaluation" : "deployment", prompts = new[] { "b" }, finished = run == 4 });

        var first = (await _quire.Client.Get($"{Runs}?limit=2")).Should(HttpStatusCode.OK).Json;
        Ids(first).ShouldBe(["r4", "r3"]);
        Ids((await _quire.Client.Get($"{Runs}?limit=3&after={first.GetProperty("next").GetString()}")).Json).ShouldBe(["r2", "r1", "r0"]);
        Ids((await _quire.Client.Get($"{Runs}?kind=deployment")).Json).ShouldBe(["r3", "r1"]);
        Ids((await _quire.Client.Get($"{Runs}?finished=true")).Json).ShouldBe(["r4"]);
        (await _quire.Client.Get($"{Runs}?finished=maybe")).ShouldFail(400, "invalid_parameter");
        (await _quire.Client.Get($"{Runs}?kind=party")).ShouldFail(400, "invalid_run");
        (await _quire.Client.Get($"{Runs}?after=none")).ShouldFail(400, "invalid_cursor");
    }

    [Fact]
    public async Task What_a_key_may_not_see_does_not_exist_in_runs_over_random_ones()
    {
        var random = Seeds.NewRandom();
        await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "shop" });
        await _quire.Client.Send("POST", "/api/v1/orgs/main/projects/shop/commits", new { message = "m", changes = new[] { new { path = "s.prompt.md", content = "S" } } });
        await _quire.Commit(("base.prompt.md", "{% merge_point \"tone\" %}{% endmerge_point %}"), Contribution("acme"), Contribution("globex"));
        string[] prompts = ["b", "support/answer", "acme", "globex", "@main/shop/s"];
        var runs = new Dictionary<string, string[]>();
        for (var run = 0; run < 60; run++)
        {
            var chosen = random.GetItems(prompts, random.Next(1, 4)).Distinct().ToArray();
            runs[$"r{run}"] = chosen;
            await Record(new { id = $"r{run}", kind = "evaluation", prompts = chosen });
        }
        using var bound = await _quire.ClientWith(Permissions.Read, ["prompts"], ["acme"]);
        var expected = runs.Where(run => !run.Value.Contains("globex") && !run.Value.Contains("@main/shop/s")).Select(run => run.Key).Reverse().ToList();

        Ids((await bound.Get($"{Runs}?limit=1000")).Should(HttpStatusCode.OK).Json).ShouldBe(expected);
        Ids((await bound.Get($"{P}/prompts/b/versions/1/usage")).Json).ShouldBe(expected.Where(id => runs[id].Contains("b")));
        (await bound.Get($"{P}/prompts/globex/versions/1/usage")).ShouldFail(404, "prompt_not_found");
        foreach (var id in runs.Keys.Except(expected))
        {
            (await bound.Get($"{Runs}/{id}")).ShouldFail(404, "run_not_found");
            (await bound.Get($"{Runs}/{id}/mlflow")).ShouldFail(404, "run_not_found");
            (await bound.Get($"{Runs}?after={id}")).ShouldFail(400, "invalid_cursor");
        }

        static (string, string) Contribution(string tenant) =>
            ($"{tenant}.prompt.md", $"---\nextends: base\nlayer: tenant\nscope: {tenant}\n---\n{{% contribute \"tone\" %}}More.{{% endcontribute %}}");
    }

    [Theory]
    [InlineData("""{"id":"a/b","kind":"evaluation","prompts":["b"]}""", 400, "invalid_run")]
    [InlineData("""{"id":"","kind":"evaluation","prompts":["b"]}""", 400, "invalid_run")]
    [InlineData("""{"id":"x","kind":"party","prompts":["b"]}""", 400, "invalid_run")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":[]}""", 400, "invalid_run")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["b"],"parameters":{"prompt.b":"v9"}}""", 400, "invalid_run")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["b"],"parameters":{"é":"v"}}""", 400, "invalid_run")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["b"],"metrics":{"":1}}""", 400, "invalid_run")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["b"],"metrics":{"m":1e999}}""", 400, "invalid_")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["none"]}""", 404, "prompt_not_found")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["b@9"]}""", 404, "version_not_found")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["b@staging"]}""", 404, "alias_not_found")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["@other/prompts/b"]}""", 404, "prompt_not_found")]
    [InlineData("""{"id":"x","kind":"evaluation","prompts":["@main/prompts@main:b"]}""", 400, "invalid_selector")]
    public async Task What_cannot_be_recorded_is_refused_and_says_why(string body, int status, string code)
    {
        var reply = await _quire.Client.Send("POST", Runs, body);
        ((int)reply.Status).ShouldBe(status, reply.Text);
        reply.Text.ShouldContain(code);
        (await _quire.Client.Get(Runs)).Text.ShouldBe("{\"items\":[]}");
    }

    private async Task<Reply> Record(object wish)
    {
        var reply = await _quire.Client.Send("POST", Runs, wish);
        return reply.Should(HttpStatusCode.Created);
    }

    private async Task<List<string>> Usage(string path, int version) => Ids((await _quire.Client.Get($"{P}/prompts/{path}/versions/{version}/usage")).Should(HttpStatusCode.OK).Json);

    private static List<string> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(run => run.GetProperty("id").GetString()!)];
}
