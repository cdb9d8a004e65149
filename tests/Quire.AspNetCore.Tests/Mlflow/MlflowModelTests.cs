using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>Models: registered before they have a version, named with dots, described and tagged.</summary>
public sealed class MlflowModelTests : MlflowServer
{
    [Fact]
    public async Task A_model_exists_before_its_first_version_and_is_nothing_toQuire_until_then()
    {
        var made = (await Client.CreateModel("early", "For later", ("team", "a"))).Model();
        made.Text("description").ShouldBe("For later");
        made.Tag("team").ShouldBe("a");
        made.Tag("mlflow.prompt.is_prompt").ShouldBe("true");
        made.TryGetProperty("latest_versions", out _).ShouldBeFalse();
        (await Client.Model("early")).Model().ToString().ShouldBe(made.ToString());
        (await Client.Names("tags.team = 'a'")).ShouldBe(["early"]);
        (await Client.Numbers("name = 'early'")).ShouldBeEmpty();
        (await Client.Alias("early", "latest")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await Server.Client.Get($"{Sending.Project}/prompts/early")).ShouldFail(404, "prompt_not_found");
        (await Server.Client.Get($"{Sending.Project}/prompts")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await Server.Client.Send("POST", "/api/v1/orgs/main/verify")).Json.GetProperty("problems").GetArrayLength().ShouldBe(0);

        (await Client.CreateVersion("early", "Now")).Version().Text("version").ShouldBe("1");
        (await Client.Model("early")).Model().Tag("team").ShouldBe("a");
        (await Server.Client.Get($"{Sending.Project}/prompts/early")).Json.Text("template").ShouldBe("Now");
    }

    [Fact]
    public async Task A_name_is_taken_once_in_every_state()
    {
        (await Client.CreateModel("taken")).Should(HttpStatusCode.OK);
        (await Client.CreateModel("taken")).ShouldFailAsMlflow(400, "RESOURCE_ALREADY_EXISTS");
        await Client.CreateVersion("taken", "text");
        (await Client.CreateModel("taken")).ShouldFailAsMlflow(400, "RESOURCE_ALREADY_EXISTS");
        (await Client.DeleteModel("taken")).Should(HttpStatusCode.OK);
        (await Client.CreateModel("taken")).Should(HttpStatusCode.OK);
        (await Client.CreateModel("taken")).ShouldFailAsMlflow(400, "RESOURCE_ALREADY_EXISTS");
        (await Client.DeleteModel("taken")).Should(HttpStatusCode.OK);
        (await Client.Model("taken")).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task Of_sixteen_who_create_one_name_at_once_one_succeeds_and_every_version_is_kept()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Client.CreateModel("raced")));
        made.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        foreach (var reply in made.Where(reply => reply.Status != HttpStatusCode.OK))
            reply.ShouldFailAsMlflow(400, "RESOURCE_ALREADY_EXISTS");

        var versions = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Client.CreateVersion("raced", $"text {number}", tags: ("n", $"{number}"))));
        var kept = versions.Select(reply => reply.Version()).ToList();
        kept.Select(version => version.Text("version")).ShouldBe(["1", "2", "3", "4"], ignoreOrder: true);
        kept.ShouldAllBe(version => version.Tag("mlflow.prompt.text") == $"text {version.Tag("n")}");
    }

    [Fact]
    public async Task Tags_that_several_set_at_once_are_all_kept()
    {
        await Client.Register("shared", "text");
        var set = await Task.WhenAll(Enumerable.Range(0, 3).Select(number =>
            Client.Call("POST", "registered-models/set-tag", new { name = "shared", key = $"k{number}", value = $"{number}" })));
        set.ShouldAllBe(reply => reply.Status == HttpStatusCode.OK);
        (await Client.Model("shared")).Model().Tags().Keys.ShouldBe(["k0", "k1", "k2", "mlflow.prompt.is_prompt"], ignoreOrder: true);
    }

    [Fact]
    public async Task Tags_and_description_of_a_model_change_without_a_version()
    {
        await Client.Register("described", "text");
        (await Client.Call("POST", "registered-models/set-tag", new { name = "described", key = "a.b-c", value = "v" })).Text.ShouldBe("{}");
        (await Client.Call("PATCH", "registered-models/update", new { name = "described", description = "Says what it is for" })).Model().Text("description").ShouldBe("Says what it is for");
        (await Client.Model("described")).Model().Tag("a.b-c").ShouldBe("v");
        (await Client.Call("DELETE", "registered-models/delete-tag", new { name = "described", key = "a.b-c" })).Should(HttpStatusCode.OK);
        (await Client.Call("DELETE", "registered-models/delete-tag", new { name = "described", key = "never there" })).Should(HttpStatusCode.OK);
        (await Client.Model("described")).Model().Tags().Keys.ShouldBe(["mlflow.prompt.is_prompt"]);
        (await Client.Call("PATCH", "model-versions/update", new { name = "described", version = "1", description = "Better words" })).Version().Text("description").ShouldBe("Better words");
        (await Client.Numbers("name='described'")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Words_ofQuire_are_tags_without_a_value_and_can_be_deleted_as_such()
    {
        await Server.Commit(("words.prompt.md", "---\ntags: [billing, urgent]\n---\nHello"));
        (await Client.Names("tags.billing = ''")).ShouldBe(["words"]);
        (await Client.Call("DELETE", "registered-models/delete-tag", new { name = "words", key = "urgent" })).Should(HttpStatusCode.OK);
        (await Client.Model("words")).Model().Tags().Keys.ShouldBe(["billing", "mlflow.prompt.is_prompt"], ignoreOrder: true);
        (await Server.Client.Get($"{Sending.Project}/prompts/words")).Json.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["billing"]);
    }

    [Fact]
    public async Task A_dot_is_read_as_a_slash_where_such_a_prompt_stands_and_stays_a_dot_otherwise()
    {
        await Server.Commit(("support/answer.prompt.md", "In a folder"));
        (await Client.Model("support.answer")).Model().Text("name").ShouldBe("support.answer");
        (await Client.SetAlias("support.answer", "production", 1)).Should(HttpStatusCode.OK);
        (await Server.Client.Get($"{Sending.Project}/prompts/support%2Fanswer?alias=production")).Should(HttpStatusCode.OK);
        (await Client.CreateModel("support.answer")).ShouldFailAsMlflow(400, "RESOURCE_ALREADY_EXISTS");
        (await Client.Register("sales.answer", "With a dot")).Text("name").ShouldBe("sales.answer");
        (await Server.Client.Get($"{Sending.Project}/prompts/sales.answer")).Json.Text("template").ShouldBe("With a dot");
        (await Client.Names(null)).ShouldBe(["sales.answer", "support.answer"]);
        foreach (var name in await Client.Names(null))
            (await Client.Model(name)).Model().Text("name").ShouldBe(name);
    }

    [Fact]
    public async Task A_name_that_may_mean_two_prompts_is_refused_with_both()
    {
        await Server.Commit(("a/b.prompt.md", "folder"), ("a.b.prompt.md", "dot"));
        var message = (await Client.Model("a.b")).ShouldFailAsMlflow(409, "RESOURCE_CONFLICT");
        message.ShouldContain("'a.b'");
        message.ShouldContain("'a/b'");
        (await Client.SetAlias("a.b", "production", 1)).ShouldFailAsMlflow(409, "RESOURCE_CONFLICT");
        (await Client.Names(null)).ShouldBe(["a.b", "a/b"]);
        (await Client.Model("a/b")).Model().GetProperty("latest_versions")[0].Tag("mlflow.prompt.text").ShouldBe("folder");
    }

    [Fact]
    public async Task A_moved_prompt_is_found_under_its_old_name()
    {
        await Client.Register("before", "text");
        (await Server.Client.Send("POST", $"{Sending.Project}/prompts/before/move", new { to = "after" })).Should(HttpStatusCode.OK);
        (await Client.Alias("before", "latest")).Version().Tag("mlflow.prompt.text").ShouldBe("text");
        (await Client.Names(null)).ShouldBe(["after"]);
    }

    [Fact]
    public async Task Names_outside_the_grammar_and_reserved_aliases_are_refused_with_the_reason()
    {
        foreach (var name in (string[])["", "a//b", ".hidden", "ends.", "what?", "con"])
            (await Client.CreateModel(name)).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldNotBeEmpty(name);
        await Client.Register("fine", "text");
        (await Client.SetAlias("fine", "latest", 1)).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("automatic");
        (await Client.SetAlias("fine", "Champion", 1)).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("champion");
        (await Client.SetAlias("fine", "production", 7)).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_prompt_that_only_adds_to_another_is_shown_and_not_written()
    {
        await Server.Commit(
            ("base.prompt.md", "{% merge_point \"tone\" %}Be clear.{% endmerge_point %}"),
            ("acme.prompt.md", "---\nextends: base\nlayer: tenant\nscope: acme\n---\n{% contribute \"tone\" %}Be kind.{% endcontribute %}\n"));
        (await Client.Alias("acme", "latest")).Version().Tag("mlflow.prompt.text")!.ShouldContain("Be kind.");
        (await Client.CreateVersion("acme", "Hello")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
        (await new MlflowClient(await Server.ClientWith(Core.Access.Permissions.Read, tenants: ["other"])).Names(null)).ShouldBe(["base"]);
    }
}
