using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>The contract of MLflow's prompt registry, as its clients hold servers to it: each test says in our words what one of theirs asks for.</summary>
public sealed class MlflowContractTests : MlflowServer
{
    [Fact]
    public async Task A_prompt_lives_from_its_first_version_to_its_second()
    {
        var first = await Client.Register("greeting", "Hello {{name}}!", "Initial version", tags: ("test", "e2e"));
        first.Text("version").ShouldBe("1");
        first.Text("name").ShouldBe("greeting");
        first.Text("status").ShouldBe("READY");
        first.Text("description").ShouldBe("Initial version");
        first.Tag("mlflow.prompt.text").ShouldBe("Hello {{name}}!");
        (await Client.Alias("greeting", "latest")).Version().Text("version").ShouldBe("1");

        (await Client.Register("greeting", "Hello {{name}}, welcome to {{company}}!", "Added company")).Text("version").ShouldBe("2");
        (await Client.Version("greeting", 1)).Version().Tag("mlflow.prompt.text").ShouldBe("Hello {{name}}!");
        var latest = (await Client.Alias("greeting", "latest")).Version();
        latest.Text("version").ShouldBe("2");
        latest.Tag("mlflow.prompt.text").ShouldBe("Hello {{name}}, welcome to {{company}}!");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_by_any_call()
    {
        (await Client.Model("nobody")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST").ShouldContain("nobody");
        (await Client.Alias("nobody", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Client.Version("nobody", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Client.CreateVersion("nobody", "text")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Client.SetAlias("nobody", "production", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Client.DeleteModel("nobody")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        await Client.Register("somebody", "text");
        (await Client.Version("somebody", 2)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Client.Alias("somebody", "production")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task Tags_of_a_version_come_back_as_they_were()
    {
        await Client.Register("tagged", "text", tags: [("team", "ml-platform"), ("category", "greeting"), ("env", "")]);
        var tags = (await Client.Alias("tagged", "latest")).Version().Tags();
        tags["team"].ShouldBe("ml-platform");
        tags["category"].ShouldBe("greeting");
        tags["env"].ShouldBe("");
    }

    [Fact]
    public async Task Prompts_are_listed_with_their_newest_version()
    {
        await Client.Register("first", "one");
        await Client.Register("first", "two");
        var found = (await Client.SearchModels("tags.`mlflow.prompt.is_prompt` = 'true'", "&max_results=100")).Json.GetProperty("registered_models").EnumerateArray().Single();
        found.Text("name").ShouldBe("first");
        found.GetProperty("latest_versions")[0].Text("version").ShouldBe("2");
    }

    [Fact]
    public async Task Prompts_are_filtered_by_the_beginning_of_their_names()
    {
        foreach (var name in (string[])["filter-alpha", "filter-beta", "other"])
            await Client.Register(name, "text");
        (await Client.Names("tags.`mlflow.prompt.is_prompt` = 'true' AND name LIKE 'filter-%'")).ShouldBe(["filter-alpha", "filter-beta"]);
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_however_fast_they_came()
    {
        // MLflow's own search loses versions that come within 50 ms of each other.
        (await Client.CreateModel("many")).Should(HttpStatusCode.OK);
        for (var number = 1; number <= 3; number++)
            (await Client.CreateVersion("many", $"Version {number}", $"Message {number}")).Should(HttpStatusCode.OK);
        var found = (await Client.SearchVersions("name='many'", "&order_by=version_number%20DESC&max_results=100")).Json.GetProperty("model_versions").EnumerateArray().ToList();
        found.Select(version => version.Text("version")).ShouldBe(["3", "2", "1"]);
        found.Select(version => version.Text("description")).ShouldBe(["Message 3", "Message 2", "Message 1"]);
    }

    [Fact]
    public async Task A_deleted_version_is_gone_and_the_others_stay()
    {
        await Client.Register("versions", "one");
        await Client.Register("versions", "two");
        (await Client.DeleteVersion("versions", 1)).Should(HttpStatusCode.OK);
        (await Client.Version("versions", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Client.Version("versions", 2)).Version().Text("version").ShouldBe("2");
        (await Client.DeleteVersion("versions", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_prompt_is_deleted_after_its_only_version()
    {
        await Client.Register("short", "text");
        (await Client.DeleteVersion("short", 1)).Should(HttpStatusCode.OK);
        (await Client.Model("short")).Model().TryGetProperty("latest_versions", out _).ShouldBeFalse();
        (await Client.DeleteModel("short")).Should(HttpStatusCode.OK);
        (await Client.Alias("short", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Client.Model("short")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_deleted_prompt_takes_its_versions_aliases_and_tags_along()
    {
        (await Client.CreateModel("whole", "For whom", ("team", "a"))).Should(HttpStatusCode.OK);
        await Client.Register("whole", "one");
        await Client.Register("whole", "two");
        (await Client.SetAlias("whole", "production", 1)).Should(HttpStatusCode.OK);
        (await Client.DeleteModel("whole")).Should(HttpStatusCode.OK);
        (await Client.Version("whole", 1)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Client.Names(null)).ShouldBeEmpty();

        // A new one of that name begins without them; only the numbers go on, as they do everywhere in Quire.
        (await Client.Register("whole", "three")).Text("version").ShouldBe("3");
        var model = (await Client.Model("whole")).Model();
        model.Tag("team").ShouldBeNull();
        model.TryGetProperty("description", out _).ShouldBeFalse();
        model.TryGetProperty("aliases", out _).ShouldBeFalse();
        (await Client.Numbers("name='whole'")).ShouldBe(["3"]);
    }

    [Fact]
    public async Task A_tag_of_a_version_is_set_and_deleted_alone()
    {
        await Client.Register("vtags", "text", tags: [("keep", "this"), ("delete", "this")]);
        (await Client.Call("DELETE", "model-versions/delete-tag", new { name = "vtags", version = "1", key = "delete" })).Should(HttpStatusCode.OK);
        (await Client.Call("POST", "model-versions/set-tag", new { name = "vtags", version = "1", key = "more", value = "of it" })).Should(HttpStatusCode.OK);
        var version = (await Client.Version("vtags", 1)).Version();
        version.Tag("keep").ShouldBe("this");
        version.Tag("delete").ShouldBeNull();
        version.Tag("more").ShouldBe("of it");
    }

    [Fact]
    public async Task An_alias_is_set_read_moved_and_deleted()
    {
        await Client.Register("aliased", "one");
        await Client.Register("aliased", "two");
        (await Client.SetAlias("aliased", "production", 1)).Should(HttpStatusCode.OK);
        var first = (await Client.Alias("aliased", "production")).Version();
        first.Text("version").ShouldBe("1");
        first.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()).ShouldBe(["production"]);
        (await Client.Model("aliased")).Model().GetProperty("aliases")[0].ToString().ShouldBe("""{"alias":"production","version":"1"}""");

        (await Client.SetAlias("aliased", "production", 2)).Should(HttpStatusCode.OK);
        (await Client.Alias("aliased", "production")).Version().Text("version").ShouldBe("2");
        (await Client.Call("DELETE", "registered-models/alias", new { name = "aliased", alias = "production" })).Should(HttpStatusCode.OK);
        (await Client.Alias("aliased", "production")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_version_goes_with_its_alias()
    {
        await Client.Register("conflict", "text");
        (await Client.SetAlias("conflict", "production", 1)).Should(HttpStatusCode.OK);
        (await Client.DeleteVersion("conflict", 1)).Should(HttpStatusCode.OK);
        (await Client.Alias("conflict", "production")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task Workspaces_are_projects_and_see_nothing_of_each_other()
    {
        foreach (var name in (string[])["team-a", "team-b"])
            (await Server.Client.Send("POST", "/api/v1/orgs/main/projects", new { name })).Should(HttpStatusCode.Created);
        var (a, b) = (In("team-a"), In("team-b"));
        await a.Register("ws-a", "From a");
        await b.Register("ws-b", "From b");
        (await a.Alias("ws-a", "latest")).Version().Tag("mlflow.prompt.text").ShouldBe("From a");
        (await b.Alias("ws-a", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await a.Alias("ws-b", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await a.Alias("ws-a", "latest")).Should(HttpStatusCode.OK);
        (await a.Names("name LIKE 'ws-%'")).ShouldBe(["ws-a"]);
        (await Client.Names("name LIKE 'ws-%'")).ShouldBeEmpty();
        (await In("nowhere").SearchModels(null)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_key_reaches_no_workspace_but_its_own()
    {
        (await Server.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "secret" })).Should(HttpStatusCode.Created);
        var client = await Server.ClientWith(Permissions.All, projects: ["prompts"]);
        client.DefaultRequestHeaders.Add("X-MLFLOW-WORKSPACE", "secret");
        (await new MlflowClient(client).Model("any")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    private MlflowClient In(string workspace)
    {
        var client = Server.ClientFor(Server.Owner);
        client.DefaultRequestHeaders.Add("X-MLFLOW-WORKSPACE", workspace);
        return new MlflowClient(client);
    }
}
