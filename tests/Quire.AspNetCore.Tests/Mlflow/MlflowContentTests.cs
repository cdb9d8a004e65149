using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>What goes in by MLflow's tags comes out as it was, by both interfaces; and what Quire's own doors wrote is shown in tags.</summary>
public sealed class MlflowContentTests : MlflowServer
{
    private const string Config = """{"provider":"openai","model_name":"gpt-5","temperature":0.7,"max_tokens":1000,"top_p":1.0,"stop_sequences":["END"],"extra_params":{"seed":7}}""";
    private const string Format = """{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"]}""";

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("ends in a line break\n")]
    [InlineData("  begins with spaces\r\nand has lines\r\n\r\n")]
    [InlineData("---\nlooks: like front matter\n---\nbody")]
    [InlineData("{{ name }} {% if a %} {# no #} {{{x}}} {{ broken")]
    [InlineData("grüße, 你好 👋 \" \\ \t '")]
    public async Task A_text_comes_back_character_by_character(string text)
    {
        var made = await Client.Register("verbatim", text);
        made.Tag("mlflow.prompt.text").ShouldBe(text);
        made.Tag("_mlflow_prompt_type").ShouldBe("text");
        (await Client.Version("verbatim", 1)).Version().Tag("mlflow.prompt.text").ShouldBe(text);
        (await Server.Client.Get($"{Sending.Project}/prompts/verbatim")).Json.GetProperty("template").GetString().ShouldBe(text);
    }

    [Fact]
    public async Task A_chat_prompt_is_one_for_both_interfaces()
    {
        var made = await Client.Register("chat", """[{"role": "system", "content": "You are {{style}}.\n"}, {"role": "user", "content": "{{question}}"}]""", type: "chat");
        made.Tag("_mlflow_prompt_type").ShouldBe("chat");
        var messages = JsonElement.Parse(made.Tag("mlflow.prompt.text")!).EnumerateArray().ToList();
        messages.Select(message => (message.Text("role"), message.Text("content"))).ShouldBe([("system", "You are {{style}}.\n"), ("user", "{{question}}")]);
        var ours = (await Server.Client.Get($"{Sending.Project}/prompts/chat")).Json;
        ours.Text("type").ShouldBe("chat");
        ours.Text("dialect").ShouldBe("variables");
        ours.GetProperty("messages").GetArrayLength().ShouldBe(2);
        ours.Text("file").ShouldBe("chat.prompt.yml");
    }

    [Theory]
    [InlineData("""[{"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url","image_url":{"url":"x"}}]}]""")]
    [InlineData("""[{"role":"assistant","content":"a","tool_calls":[]}]""")]
    [InlineData("[]")]
    [InlineData("no list at all")]
    public async Task Messages_that_no_prompt_file_can_say_are_kept_as_they_are(string text)
    {
        await Client.Register("odd", text, type: "chat");
        var read = (await Client.Version("odd", 1)).Version();
        read.Tag("mlflow.prompt.text").ShouldBe(text);
        read.Tag("_mlflow_prompt_type").ShouldBe("chat");
    }

    [Theory]
    [InlineData("text", "Hello")]
    [InlineData("chat", """[{"role":"user","content":"Hello"}]""")]
    public async Task Model_settings_and_the_form_of_the_answer_stand_in_the_file(string type, string text)
    {
        await Client.Register("set", text, type: type, tags: [("_mlflow_prompt_model_config", Config), ("_mlflow_prompt_response_format", Format)]);
        var read = (await Client.Version("set", 1)).Version();
        JsonElement.DeepEquals(JsonElement.Parse(read.Tag("_mlflow_prompt_model_config")!), JsonElement.Parse(Config)).ShouldBeTrue(read.ToString());
        JsonElement.DeepEquals(JsonElement.Parse(read.Tag("_mlflow_prompt_response_format")!), JsonElement.Parse(Format)).ShouldBeTrue(read.ToString());
        var ours = (await Server.Client.Get($"{Sending.Project}/prompts/set")).Json;
        ours.GetProperty("model").Text("model_name").ShouldBe("gpt-5");
        ours.Text("source").ShouldContain(type == "chat" ? "responseFormat:" : "x-response-format:");
        // The next version says nothing of it, so it has none.
        (await Client.Register("set", text, type: type)).Tags().Keys.ShouldBe(["_mlflow_prompt_type", "mlflow.prompt.is_prompt", "mlflow.prompt.text"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task Settings_that_are_no_settings_stay_a_tag(string value)
    {
        await Client.Register("unset", "Hello", tags: [("_mlflow_prompt_model_config", value), ("_mlflow_prompt_response_format", value)]);
        var read = (await Client.Version("unset", 1)).Version();
        read.Tag("_mlflow_prompt_model_config").ShouldBe(value);
        read.Tag("_mlflow_prompt_response_format").ShouldBe(value);
    }

    [Fact]
    public async Task Model_settings_change_beside_a_version()
    {
        await Client.Register("beside", "Hello", tags: ("_mlflow_prompt_model_config", Config));
        await Tag("POST", "_mlflow_prompt_model_config", """{"temperature":0}""");
        (await Read()).Tag("_mlflow_prompt_model_config").ShouldBe("""{"temperature":0}""");
        (await Server.Client.Get($"{Sending.Project}/prompts/beside")).Json.GetProperty("model").ToString().ShouldBe("""{"temperature":0}""");
        await Tag("POST", "_mlflow_prompt_model_config", "whatever");
        (await Read()).Tag("_mlflow_prompt_model_config").ShouldBe("whatever");
        await Tag("DELETE", "_mlflow_prompt_model_config", null);
        (await Read()).Tag("_mlflow_prompt_model_config").ShouldBeNull();

        async Task Tag(string method, string key, string? value) =>
            (await Client.Call(method, method == "POST" ? "model-versions/set-tag" : "model-versions/delete-tag", new { name = "beside", version = "1", key, value })).Should(HttpStatusCode.OK);
        async Task<JsonElement> Read() => (await Client.Version("beside", 1)).Version();
    }

    [Fact]
    public async Task Content_of_a_version_never_changes()
    {
        await Client.Register("fixed", "Hello");
        foreach (var key in (string[])["mlflow.prompt.text", "_mlflow_prompt_type", "_mlflow_prompt_response_format"])
            (await Client.Call("POST", "model-versions/set-tag", new { name = "fixed", version = "1", key, value = "x" })).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("never changes");
        (await Client.Call("POST", "model-versions/set-tag", new { name = "fixed", version = "1", key = "mlflow.prompt.is_prompt", value = "true" })).Should(HttpStatusCode.OK);
        (await Client.Version("fixed", 1)).Version().Tag("mlflow.prompt.text").ShouldBe("Hello");
    }

    [Fact]
    public async Task The_same_text_registered_again_is_another_version_with_its_own_tags()
    {
        await Client.Register("twice", "Hello", tags: ("n", "1"));
        (await Client.Register("twice", "Hello", tags: ("n", "2"))).Text("version").ShouldBe("2");
        (await Client.Version("twice", 1)).Version().Tag("n").ShouldBe("1");
        (await Client.Version("twice", 2)).Version().Tag("n").ShouldBe("2");
    }

    [Fact]
    public async Task A_prompt_turns_from_text_to_chat_and_back()
    {
        await Client.Register("turns", "Hello");
        (await Client.Register("turns", """[{"role":"user","content":"Hi"}]""", type: "chat")).Text("version").ShouldBe("2");
        (await Client.Register("turns", "Hello again")).Text("version").ShouldBe("3");
        (await Server.Client.Get($"{Sending.Project}/prompts/turns")).Json.Text("file").ShouldBe("turns.prompt.md");
        (await Client.Version("turns", 2)).Version().Tag("_mlflow_prompt_type").ShouldBe("chat");
    }

    [Fact]
    public async Task A_version_is_one_change_with_its_tags()
    {
        await Client.CreateModel("counted");
        var before = await Sequence();
        (await Client.CreateVersion("counted", "Hello", tags: [("a", "1"), ("_mlflow_prompt_model_config", Config)])).Header("Quire-Sequence").ShouldBe($"{before + 1}");
        (await Sequence()).ShouldBe(before + 1);
        (await Client.DeleteModel("counted")).Header("Quire-Sequence").ShouldBe($"{before + 2}");
        (await Sequence()).ShouldBe(before + 2);

        Task<long> Sequence() => Server.Store.Read(session => session.Organisations.Get(Server.Organisation.Id)!.Sequence);
    }

    [Fact]
    public async Task WhatQuires_own_doors_wrote_is_shown_and_kept_by_the_next_version()
    {
        await Server.Commit(
            ("support/answer.prompt.md", "---\ndescription: Answers people\ntags: [billing]\ncategory: support\nmodel: gpt-5\n---\nHello {{ name }}{% if loud %}!{% endif %}"),
            ("notes.txt", "plain words"));
        var model = (await Client.Model("support.answer")).Model();
        model.Text("description").ShouldBe("Answers people");
        model.Tag("billing").ShouldBe("");
        model.GetProperty("latest_versions")[0].Tag("_mlflow_prompt_model_config").ShouldBe("""{"model":"gpt-5"}""");
        (await Client.Alias("notes.txt", "latest")).Version().Tag("mlflow.prompt.text").ShouldBe("plain words");

        await Client.Register("support.answer", "Bye {{ name }}{% if loud %}!{% endif %}");
        var ours = (await Server.Client.Get($"{Sending.Project}/prompts/support%2Fanswer")).Json;
        ours.Text("dialect").ShouldBe("jinja");
        ours.Text("description").ShouldBe("Answers people");
        ours.Text("category").ShouldBe("support");
        (await Client.Register("notes.txt", "other words")).Text("version").ShouldBe("2");
        (await Server.Client.Get($"{Sending.Project}/prompts/notes.txt")).Json.Text("source").ShouldBe("other words");
        // A jinja prompt stays one, so what does not parse as jinja is refused.
        (await Client.CreateVersion("support.answer", "{% if %}")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("line");
    }

    [Fact]
    public async Task A_model_without_a_text_is_refused_because_it_is_no_prompt()
    {
        await Client.CreateModel("sklearn");
        var reply = await Client.Call("POST", "model-versions/create", new { name = "sklearn", source = "s3://bucket/model" });
        reply.ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("mlflow.prompt.text");
    }
}
