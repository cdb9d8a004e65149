using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>The contract of MLflow's prompt registry, as its clients hold servers to it: each test says in our words what one of theirs asks for.</summary>
public sealed class MlflowContractTests : IAsyncLifetime
{
    private RunningQuire _quire = null!;
    private MlflowClient _mlflow = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        _mlflow = new MlflowClient(_quire.Client);
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_prompt_lives_from_its_first_version_to_its_second()
    {
        var first = await _mlflow.Register("greeting", "Hello {{name}}!", "Initial version", tags: ("test", "e2e"));
        first.Text("version").ShouldBe("1");
        first.Text("name").ShouldBe("greeting");
        first.Text("status").ShouldBe("READY");
        first.Text("description").ShouldBe("Initial version");
        first.Tag("mlflow.prompt.text").ShouldBe("Hello {{name}}!");
        (await _mlflow.Alias("greeting", "latest")).Version().Text("version").ShouldBe("1");

        (await _mlflow.Register("greeting", "Hello {{name}}, welcome to {{company}}!", "Added company")).Text("version").ShouldBe("2");
        (await _mlflow.Version("greeting", 1)).Version().Tag("mlflow.prompt.text").ShouldBe("Hello {{name}}!");
        var latest = (await _mlflow.Alias("greeting", "latest")).Version();
        latest.Text("version").ShouldBe("2");
        latest.Tag("mlflow.prompt.text").ShouldBe("Hello {{name}}, welcome to {{company}}!");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_by_any_call()
    {
        (await _mlflow.Model("nobody")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST").ShouldContain("nobody");
        (await _mlflow.Alias("nobody", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _mlflow.Version("nobody", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _mlflow.CreateVersion("nobody", "text")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _mlflow.SetAlias("nobody", "production", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _mlflow.DeleteModel("nobody")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        await _mlflow.Register("somebody", "text");
        (await _mlflow.Version("somebody", 2)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _mlflow.Alias("somebody", "production")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task Tags_of_a_version_come_back_as_they_were()
    {
        await _mlflow.Register("tagged", "text", tags: [("team", "ml-platform"), ("category", "greeting"), ("env", "")]);
        var tags = (await _mlflow.Alias("tagged", "latest")).Version().Tags();
        tags["team"].ShouldBe("ml-platform");
        tags["category"].ShouldBe("greeting");
        tags["env"].ShouldBe("");
    }

    [Fact]
    public async Task Prompts_are_listed_with_their_newest_version()
    {
        await _mlflow.Register("first", "one");
        await _mlflow.Register("first", "two");
        var found = (await _mlflow.SearchModels("tags.`mlflow.prompt.is_prompt` = 'true'", "&max_results=100")).Json.GetProperty("registered_models").EnumerateArray().Single();
        found.Text("name").ShouldBe("first");
        found.GetProperty("latest_versions")[0].Text("version").ShouldBe("2");
    }

    [Fact]
    public async Task Prompts_are_filtered_by_the_beginning_of_their_names()
    {
        foreach (var name in (string[])["filter-alpha", "filter-beta", "other"])
            await _mlflow.Register(name, "text");
        (await _mlflow.Names("tags.`mlflow.prompt.is_prompt` = 'true' AND name LIKE 'filter-%'")).ShouldBe(["filter-alpha", "filter-beta"]);
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_however_fast_they_came()
    {
        // MLflow's own search loses versions that come within 50 ms of each other.
        (await _mlflow.CreateModel("many")).Should(HttpStatusCode.OK);
        for (var number = 1; number <= 3; number++)
            (await _mlflow.CreateVersion("many", $"Version {number}", $"Message {number}")).Should(HttpStatusCode.OK);
        var found = (await _mlflow.SearchVersions("name='many'", "&order_by=version_number%20DESC&max_results=100")).Json.GetProperty("model_versions").EnumerateArray().ToList();
        found.Select(version => version.Text("version")).ShouldBe(["3", "2", "1"]);
        found.Select(version => version.Text("description")).ShouldBe(["Message 3", "Message 2", "Message 1"]);
    }

    [Fact]
    public async Task A_deleted_version_is_gone_and_the_others_stay()
    {
        await _mlflow.Register("versions", "one");
        await _mlflow.Register("versions", "two");
        (await _mlflow.DeleteVersion("versions", 1)).Should(HttpStatusCode.OK);
        (await _mlflow.Version("versions", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _mlflow.Version("versions", 2)).Version().Text("version").ShouldBe("2");
        (await _mlflow.DeleteVersion("versions", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_prompt_is_deleted_after_its_only_version()
    {
        await _mlflow.Register("short", "text");
        (await _mlflow.DeleteVersion("short", 1)).Should(HttpStatusCode.OK);
        (await _mlflow.Model("short")).Model().TryGetProperty("latest_versions", out _).ShouldBeFalse();
        (await _mlflow.DeleteModel("short")).Should(HttpStatusCode.OK);
        (await _mlflow.Alias("short", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _mlflow.Model("short")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_deleted_prompt_takes_its_versions_aliases_and_tags_along()
    {
        (await _mlflow.CreateModel("whole", "For whom", ("team", "a"))).Should(HttpStatusCode.OK);
        await _mlflow.Register("whole", "one");
        await _mlflow.Register("whole", "two");
        (await _mlflow.SetAlias("whole", "production", 1)).Should(HttpStatusCode.OK);
        (await _mlflow.DeleteModel("whole")).Should(HttpStatusCode.OK);
        (await _mlflow.Version("whole", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _mlflow.Names(null)).ShouldBeEmpty();

        // A new one of that name begins without them; only the numbers go on, as they do everywhere in Quire.
        (await _mlflow.Register("whole", "three")).Text("version").ShouldBe("3");
        var model = (await _mlflow.Model("whole")).Model();
        model.Tag("team").ShouldBeNull();
        model.TryGetProperty("description", out _).ShouldBeFalse();
        model.TryGetProperty("aliases", out _).ShouldBeFalse();
        (await _mlflow.Numbers("name='whole'")).ShouldBe(["3"]);
    }

    [Fact]
    public async Task A_tag_of_a_version_is_set_and_deleted_alone()
    {
        await _mlflow.Register("vtags", "text", tags: [("keep", "this"), ("delete", "this")]);
        (await _mlflow.Call("DELETE", "model-versions/delete-tag", new { name = "vtags", version = "1", key = "delete" })).Should(HttpStatusCode.OK);
        (await _mlflow.Call("POST", "model-versions/set-tag", new { name = "vtags", version = "1", key = "more", value = "of it" })).Should(HttpStatusCode.OK);
        var version = (await _mlflow.Version("vtags", 1)).Version();
        version.Tag("keep").ShouldBe("this");
        version.Tag("delete").ShouldBeNull();
        version.Tag("more").ShouldBe("of it");
    }

    [Fact]
    public async Task An_alias_is_set_read_moved_and_deleted()
    {
        await _mlflow.Register("aliased", "one");
        await _mlflow.Register("aliased", "two");
        (await _mlflow.SetAlias("aliased", "production", 1)).Should(HttpStatusCode.OK);
        var first = (await _mlflow.Alias("aliased", "production")).Version();
        first.Text("version").ShouldBe("1");
        first.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()).ShouldBe(["production"]);
        (await _mlflow.Model("aliased")).Model().GetProperty("aliases")[0].ToString().ShouldBe("""{"alias":"production","version":"1"}""");

        (await _mlflow.SetAlias("aliased", "production", 2)).Should(HttpStatusCode.OK);
        (await _mlflow.Alias("aliased", "production")).Version().Text("version").ShouldBe("2");
        (await _mlflow.Call("DELETE", "registered-models/alias", new { name = "aliased", alias = "production" })).Should(HttpStatusCode.OK);
        (await _mlflow.Alias("aliased", "production")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_version_goes_with_its_alias()
    {
        await _mlflow.Register("conflict", "text");
        (await _mlflow.SetAlias("conflict", "production", 1)).Should(HttpStatusCode.OK);
        (await _mlflow.DeleteVersion("conflict", 1)).Should(HttpStatusCode.OK);
        (await _mlflow.Alias("conflict", "production")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task Workspaces_are_projects_and_see_nothing_of_each_other()
    {
        foreach (var name in (string[])["team-a", "team-b"])
            (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name })).Should(HttpStatusCode.Created);
        var (a, b) = (In("team-a"), In("team-b"));
        await a.Register("ws-a", "From a");
        await b.Register("ws-b", "From b");
        (await a.Alias("ws-a", "latest")).Version().Tag("mlflow.prompt.text").ShouldBe("From a");
        (await b.Alias("ws-a", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await a.Alias("ws-b", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await a.Alias("ws-a", "latest")).Should(HttpStatusCode.OK);
        (await a.Names("name LIKE 'ws-%'")).ShouldBe(["ws-a"]);
        (await _mlflow.Names("name LIKE 'ws-%'")).ShouldBeEmpty();
        (await In("nowhere").SearchModels(null)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_key_reaches_no_workspace_but_its_own()
    {
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "secret" })).Should(HttpStatusCode.Created);
        var client = await _quire.ClientWith(Permissions.All, projects: ["prompts"]);
        client.DefaultRequestHeaders.Add("X-MLFLOW-WORKSPACE", "secret");
        (await new MlflowClient(client).Model("any")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    private MlflowClient In(string workspace)
    {
        var client = _quire.ClientFor(_quire.Owner);
        client.DefaultRequestHeaders.Add("X-MLFLOW-WORKSPACE", workspace);
        return new MlflowClient(client);
    }
}
