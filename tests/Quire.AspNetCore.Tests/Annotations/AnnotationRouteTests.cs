using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Annotations;

public sealed class AnnotationRouteTests : IAsyncLifetime
{
    private const string P = Sending.Project;
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        await _quire.Commit(("support/a.prompt.md", "---\ntags: [old]\ncategory: first\nmodel: small\n---\nA"), ("support/deep/b.prompt.md", "B"), ("other.prompt.md", "O"));
        await _quire.Commit(("support/a.prompt.md", "---\ntags: [front]\ncategory: second\nmodel: large\n---\nAA"));
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task Every_version_shows_the_tags_of_latest_until_some_were_set()
    {
        (await Tags("support%2Fa?version=1")).ShouldBe(["front"]);
        (await Patch("prompts/support%2Fa", new { addTags = new[] { "x", "front" } })).GetProperty("changed").GetBoolean().ShouldBeTrue();
        (await Tags("support%2Fa?version=1")).ShouldBe(["front", "x"]);
        await _quire.Commit(("support/a.prompt.md", "---\ntags: [later]\n---\nAAA"));
        (await Tags("support%2Fa")).ShouldBe(["front", "x"]);
        await Patch("prompts/support%2Fa", new { removeTags = new[] { "front", "never" } });
        (await Tags("support%2Fa")).ShouldBe(["x"]);
        await Patch("prompts/support%2Fa", new { clear = new[] { "tags" } });
        (await Tags("support%2Fa")).ShouldBe(["later"]);
    }

    [Fact]
    public async Task A_category_is_set_and_given_back_without_a_new_version()
    {
        await Patch("prompts/support%2Fa", new { category = "mine", tags = new[] { "t", "t" } });
        var prompt = (await _quire.Client.Get($"{P}/prompts/support%2Fa")).Json;
        (prompt.GetProperty("category").GetString(), prompt.GetProperty("version").GetInt64(), prompt.GetProperty("tags").GetArrayLength()).ShouldBe(("mine", 2, 1));
        (await _quire.Client.Get($"{P}/prompts?prefix=support/a")).Text.ShouldContain("\"category\":\"mine\"");
        await Patch("prompts/support%2Fa", new { clear = new[] { "category" } });
        (await _quire.Client.Get($"{P}/prompts/support%2Fa?version=1")).Json.GetProperty("category").GetString().ShouldBe("first");
    }

    [Fact]
    public async Task A_version_has_model_settings_and_tags_of_its_own()
    {
        await Patch("prompts/support%2Fa/versions/1", new { model = new { name = "tiny" }, tags = new Dictionary<string, string?> { ["quality"] = "good", ["run"] = "7" } });
        await Patch("prompts/support%2Fa/versions/1", new { tags = new Dictionary<string, string?> { ["run"] = null, ["new"] = "1" } });
        var first = (await _quire.Client.Get($"{P}/prompts/support%2Fa/versions/1")).Json;
        first.GetProperty("model").GetProperty("name").GetString().ShouldBe("tiny");
        first.GetProperty("versionTags").GetRawText().ShouldBe("{\"new\":\"1\",\"quality\":\"good\"}");
        (await _quire.Client.Get($"{P}/prompts/support%2Fa/versions")).Text.ShouldContain("\"tags\":{\"new\":\"1\",\"quality\":\"good\"}}");
        (await _quire.Client.Get($"{P}/prompts/support%2Fa/versions/2")).Json.GetProperty("model").GetString().ShouldBe("large");
        await Patch("prompts/support%2Fa/versions/1", new { clear = new[] { "model", "tags" } });
        first = (await _quire.Client.Get($"{P}/prompts/support%2Fa/versions/1")).Json;
        first.GetProperty("model").GetString().ShouldBe("small");
        first.TryGetProperty("versionTags", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_deleted_version_comes_back_without_its_aliases()
    {
        await _quire.Client.Send("PUT", $"{P}/prompts/support%2Fa/aliases/production", new { version = 1 });
        await Patch("prompts/support%2Fa/versions/1", new { deleted = true });
        (await _quire.Client.Get($"{P}/prompts/support%2Fa/versions/1")).ShouldFail(410, "version_deleted");
        await Patch("prompts/support%2Fa/versions/1", new { deleted = false });
        (await _quire.Client.Get($"{P}/prompts/support%2Fa/versions/1")).Should(HttpStatusCode.OK);
        (await _quire.Client.Get($"{P}/prompts/support%2Fa?alias=production")).ShouldFail(404, "alias_not_found");
    }

    [Fact]
    public async Task Tags_of_a_folder_and_of_a_list_change_in_one_change()
    {
        var before = (await _quire.Client.Get("/api/v1/orgs/main/changes?after=0&limit=1", ("Accept", "application/json"))).Json.GetProperty("sequence").GetInt64();
        var done = (await _quire.Client.Send("POST", $"{P}/annotations", new { folder = "support", addTags = new[] { "bulk" }, category = "c" })).Should(HttpStatusCode.OK).Json;
        (done.GetProperty("sequence").GetInt64(), done.GetProperty("prompts").GetInt32()).ShouldBe((before + 1, 2));
        (await Tags("support%2Fdeep%2Fb")).ShouldBe(["bulk"]);
        (await Tags("support%2Fa")).ShouldBe(["front", "bulk"]);
        (await Tags("other")).ShouldBeEmpty();
        (await _quire.Client.Send("POST", $"{P}/annotations", new { paths = new[] { "other", "none" }, addTags = new[] { "y" } })).ShouldFail(404, "prompt_not_found");
        (await Tags("other")).ShouldBeEmpty();
        (await _quire.Client.Send("POST", $"{P}/annotations", new { paths = new[] { "other", "other" }, addTags = new[] { "y" } })).Should(HttpStatusCode.OK);
        (await Tags("other")).ShouldBe(["y"]);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_and_names_the_way_out()
    {
        foreach (var (body, code) in new (string, string)[]
        {
            ("{}", "invalid_annotation"), ("{\"tags\":[\"\"]}", "invalid_annotation"), ("{\"tags\":[\"a\"],\"addTags\":[\"b\"]}", "invalid_annotation"),
            ("{\"clear\":[\"model\"]}", "invalid_annotation"), ("{\"category\":\"\"}", "invalid_annotation"), ("{\"name\":\"x\"}", "unknown_member"),
            ($"{{\"tags\":{JsonSerializer.Serialize(Enumerable.Range(0, 101).Select(tag => $"t{tag}"))}}}", "invalid_annotation"),
            ($"{{\"addTags\":[\"{new string('x', 1001)}\"]}}", "invalid_annotation"),
        })
        {
            (await _quire.Client.Send("PATCH", $"{P}/prompts/support%2Fa", body)).ShouldFail(400, code);
        }
        (await _quire.Client.Send("PATCH", $"{P}/prompts/none", new { addTags = new[] { "x" } })).ShouldFail(404, "prompt_not_found");
        (await _quire.Client.Send("PATCH", $"{P}/prompts/support%2Fa/versions/9", new { model = 1 })).ShouldFail(404, "version_not_found");
        (await _quire.Client.Send("POST", $"{P}/annotations", new { addTags = new[] { "x" } })).ShouldFail(400, "invalid_choice");
        (await _quire.Client.Send("POST", $"{P}/annotations", new { folder = "nothing", addTags = new[] { "x" } })).ShouldFail(404, "folder_not_found");
    }

    private async Task<JsonElement> Patch(string below, object body) => (await _quire.Client.Send("PATCH", $"{P}/{below}", body)).Should(HttpStatusCode.OK).Json;

    private async Task<IReadOnlyList<string?>> Tags(string prompt) =>
        [.. (await _quire.Client.Get($"{P}/prompts/{prompt}")).Should(HttpStatusCode.OK).Json.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString())];
}
