using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Langfuse;

/// <summary>Prompts that came through Quire's own doors, read and written by a client of Langfuse.</summary>
public sealed class OwnPromptsTests : IAsyncLifetime
{
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await LangfuseShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_jinja_prompt_is_read_as_it_was_written_and_keeps_its_dialect()
    {
        await _shop.Quire.Commit(("support/answer.prompt.md", "---\ndescription: Answers\ntags: [a]\nmodel: small\n---\n{% if x %}Hello {{ name }}{% endif %}\n"));
        var reply = await _shop.Read("support/answer", "?label=latest");
        reply.Prompt().ShouldBe("{% if x %}Hello {{ name }}{% endif %}\n");
        reply.Member("config").ShouldBe("{\"model\":\"small\"}");
        reply.Tags().ShouldBe(["a"]);
        (await _shop.Made(new { name = "support/answer", prompt = "{% for i in x %}{{ i }}{% endfor %}", config = new { model = "large" } })).Tags().ShouldBe(["a"]);
        var source = (await _shop.Quire.Client.Get($"{Sending.Project}/prompts/support%2Fanswer/source")).Should(HttpStatusCode.OK).Text;
        source.ShouldContain("description: Answers");
        source.ShouldNotContain("dialect");
        (await _shop.Post(new { name = "support/answer", prompt = "{% for %}" })).ShouldRefuse(400, "InvalidRequestError", "line");
    }

    [Fact]
    public async Task A_chat_file_is_read_with_placeholders_and_the_defaults_of_merge_points()
    {
        await _shop.Quire.Commit(("chat.prompt.yml",
            "model: small\nmodelParameters:\n  temperature: 0.5\nmessages:\n  - role: system\n    content: Be kind\n  - placeholder: history\n  - merge_point: extra\n    messages:\n      - role: user\n        content: Default\n"));
        var reply = await _shop.Read("chat", "?version=1");
        reply.Prompt().ShouldBe("""[{"role":"system","content":"Be kind"},{"type":"placeholder","name":"history"},{"role":"user","content":"Default"}]""");
        reply.Member("config").ShouldBe("{\"model\":\"small\",\"temperature\":0.5}");
    }

    [Fact]
    public async Task A_verbatim_file_is_read_under_its_whole_name_and_stays_one()
    {
        await _shop.Quire.Commit(("notes.txt", "{{ verbatim }}"));
        (await _shop.Read("notes.txt", "?version=1")).Prompt().ShouldBe("{{ verbatim }}");
        await _shop.Text("notes.txt", "again");
        (await _shop.Quire.Client.Get($"{Sending.Project}/tree")).Text.ShouldContain("\"notes.txt\"");
        (await _shop.Made(new { name = "notes.txt", prompt = "with a model", config = new { model = "m" } })).Version().ShouldBe(3);
        (await _shop.Read("notes.txt", "?version=3")).Member("config").ShouldBe("{\"model\":\"m\"}");
    }

    [Fact]
    public async Task Contributions_of_layers_are_no_prompts_here()
    {
        await _shop.Quire.Commit(
            ("base.prompt.md", "{% merge_point \"tone\" %}Be clear.{% endmerge_point %}"),
            ("acme.prompt.md", "---\nextends: base\nlayer: tenant\nscope: acme\n---\n{% contribute \"tone\" %}Be brief.{% endcontribute %}"));
        (await _shop.Read("base", "?label=latest")).Prompt().ShouldBe("{% merge_point \"tone\" %}Be clear.{% endmerge_point %}");
        (await _shop.Get("acme", "?version=1")).ShouldRefuse(404, "LangfuseNotFoundError");
        (await _shop.List()).Names().ShouldBe(["base"]);
        (await _shop.Post(new { name = "acme", prompt = "text" })).ShouldRefuse(400, "InvalidRequestError", "contributes to another prompt");
        (await _shop.Delete("acme")).ShouldRefuse(404, "LangfuseNotFoundError");
    }

    [Fact]
    public async Task A_prompt_that_moved_is_found_under_its_old_name_and_written_where_it_is()
    {
        await _shop.Text("old", "one", "production");
        (await _shop.Quire.Client.Send("POST", $"{Sending.Project}/prompts/old/move", new { to = "new place/prompt" })).Message.IsSuccessStatusCode.ShouldBeTrue();
        (await _shop.Read("old")).Member("name").ShouldBe("new place/prompt");
        var reply = await _shop.Text("old", "two", "production");
        (reply.Member("name"), reply.Version()).ShouldBe(("new place/prompt", 2));
        (await _shop.List()).Names().ShouldBe(["new place/prompt"]);
    }

    [Fact]
    public async Task A_model_override_is_the_configuration()
    {
        await _shop.Made(new { name = "a", prompt = "p", config = new { model = "small" } });
        var found = await _shop.Quire.Store.Read(session => session.Projects.Find(_shop.Quire.Organisation.Id, "prompts")!);
        await _shop.Quire.Store.Write(session =>
        {
            session.Annotations.Set(new Core.Prompts.Annotation(found.Id, session.Prompts.Find(found.Id, "a")!.Id, 1, Core.Changes.AnnotationKeys.Model, "{\"model\":\"large\"}"));
            return true;
        });
        (await _shop.Read("a", "?version=1")).Json.GetProperty("config").GetProperty("model").GetString().ShouldBe("small", "a version that was read is remembered until a change is announced");
        await _shop.Text("b", "p");
        (await _shop.Read("a", "?version=1")).Json.GetProperty("config").GetProperty("model").GetString().ShouldBe("large");
        (await _shop.List("?name=a")).Data()[0].GetProperty("lastConfig").GetRawText().ShouldBe("{\"model\":\"large\"}");
    }

    [Fact]
    public async Task A_prompt_made_by_a_client_of_Langfuse_is_a_file_of_the_dialect_variables()
    {
        await _shop.Made(new { name = "support/answer", prompt = "Hello {{name}}", config = new { temperature = 0.5 } });
        var reply = (await _shop.Quire.Client.Get($"{Sending.Project}/prompts/support%2Fanswer")).Should(HttpStatusCode.OK).Json;
        reply.GetProperty("dialect").GetString().ShouldBe("variables");
        reply.GetProperty("file").GetString().ShouldBe("support/answer.prompt.md");
        reply.GetProperty("author").GetString().ShouldBe("API");
        reply.GetProperty("model").GetRawText().ShouldBe("{\"temperature\":0.5}");
        reply.GetProperty("source").GetString()!.ShouldEndWith("---\nHello {{name}}");
    }
}
