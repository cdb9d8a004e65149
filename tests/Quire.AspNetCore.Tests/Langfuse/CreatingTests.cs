using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Langfuse;

public sealed class CreatingTests : IAsyncLifetime
{
    private static readonly object[] Chat = [new { role = "system", content = "You are a bot" }, new { role = "user", content = "What's up?" }];
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await LangfuseShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_chat_prompt_is_made_and_read()
    {
        var made = await _shop.Made(new { name = "bot", prompt = Chat, type = "chat", labels = new[] { "production" }, commitMessage = "chore: setup initial prompt" });
        made.Json.TryGetProperty("resolutionGraph", out _).ShouldBeFalse();
        var reply = await _shop.Read("bot");
        reply.Prompt().ShouldBe(JsonSerializer.Serialize(Chat).Replace("\\u0027", "'"));
        reply.Member("type").ShouldBe("chat");
        reply.Labels().ShouldBe(["production", "latest"]);
        reply.Member("config").ShouldBe("{}");
        reply.Member("commitMessage").ShouldBe("chore: setup initial prompt");
    }

    [Fact]
    public async Task A_chat_prompt_with_placeholders_is_made_and_read()
    {
        await _shop.Chat("bot", [new { role = "system", content = "Be kind" }, new { type = "placeholder", name = "history" }, new { role = "user", content = "{{question}}" }], "production");
        (await _shop.Read("bot")).Prompt().ShouldBe("""[{"role":"system","content":"Be kind"},{"type":"placeholder","name":"history"},{"role":"user","content":"{{question}}"}]""");
    }

    [Fact]
    public async Task The_kind_that_a_client_writes_on_messages_is_dropped_and_so_is_what_else_it_writes()
    {
        await _shop.Chat("bot", [new { type = "chatmessage", role = "user", content = "Hi", id = 7 }], "production");
        (await _shop.Read("bot")).Prompt().ShouldBe("""[{"role":"user","content":"Hi"}]""");
    }

    [Fact]
    public async Task A_chat_prompt_that_is_a_text_is_refused_and_nothing_is_made()
    {
        (await _shop.Post(new { name = "bot", prompt = "prompt", type = "chat", labels = new[] { "production" } })).ShouldHaveIssue("prompt", "expected array, received string");
        var reply = await _shop.Client.Get("/api/public/prompts?name=bot");
        reply.ShouldRefuse(404, "LangfuseNotFoundError");
        reply.Member("message").ShouldBe("Prompt not found");
    }

    [Fact]
    public async Task A_chat_prompt_with_a_message_of_another_form_is_refused_and_nothing_is_made()
    {
        (await _shop.Post(new { name = "bot", type = "chat", prompt = new object[] { new { role = "user", message = "What's up?" } } })).ShouldHaveIssue("prompt", "a message has role and content");
        (await _shop.Post(new { name = "bot", type = "chat", prompt = new object[] { "Hi" } })).ShouldHaveIssue("prompt", "expected object, received string");
        (await _shop.Get("bot", "?version=1")).ShouldRefuse(404, "LangfuseNotFoundError");
    }

    [Fact]
    public async Task A_text_prompt_that_is_a_list_of_messages_is_refused_and_nothing_is_made()
    {
        (await _shop.Post(new { name = "bot", prompt = Chat, type = "text" })).ShouldHaveIssue("prompt", "expected string, received array");
        (await _shop.Post(new { name = "bot", prompt = Chat })).ShouldHaveIssue("prompt", "expected string, received array");
        (await _shop.Get("bot", "?version=1")).ShouldRefuse(404, "LangfuseNotFoundError");
    }

    [Fact]
    public async Task A_prompt_stays_of_the_type_of_its_first_version()
    {
        await _shop.Chat("bot", Chat, "production");
        (await _shop.Post(new { name = "bot", prompt = "text", type = "text", labels = new[] { "production" }, version = 2 }))
            .ShouldRefuse(400, "InvalidRequestError", "Previous versions have different prompt type. Create a new prompt with a different name.");
        var reply = await _shop.Read("bot");
        (reply.Member("type"), reply.Version()).ShouldBe(("chat", 1));
        (await _shop.Get("bot", "?version=2")).ShouldRefuse(404, "LangfuseNotFoundError");
        await _shop.Text("text", "A");
        (await _shop.Post(new { name = "text", prompt = Chat, type = "chat" })).ShouldRefuse(400, "InvalidRequestError", "different prompt type");
    }

    [Fact]
    public async Task Labels_of_a_new_version_are_taken_from_the_older_ones()
    {
        await _shop.Text("a", "one", "production", "staging", "development");
        var second = await _shop.Text("a", "two", "production", "production", "staging");
        await _shop.Made(new { name = "a", prompt = "three", labels = new[] { "staging" }, isActive = false, version = 3, createdBy = "user-1" });
        var production = await _shop.Read("a");
        production.Member("id").ShouldBe(second.Member("id"));
        production.Labels().ShouldBe(["production"]);
        (await _shop.Read("a", "?version=1")).Labels().ShouldBe(["development"]);
        (await _shop.Read("a", "?version=3")).Labels().ShouldBe(["staging", "latest"]);
    }

    [Fact]
    public async Task Every_request_makes_a_version_even_of_the_same_text()
    {
        (await _shop.Text("a", "same")).Version().ShouldBe(1);
        (await _shop.Text("a", "same")).Version().ShouldBe(2);
        (await _shop.Text("a", "same", "latest")).Labels().ShouldBe(["latest"]);
        (await _shop.Read("a", "?label=latest")).Version().ShouldBe(3);
    }

    [Fact]
    public async Task A_version_its_labels_and_the_tags_are_one_change()
    {
        await _shop.Text("a", "one", "production");
        var before = long.Parse((await _shop.Text("b", "one")).Header("Quire-Sequence")!, System.Globalization.CultureInfo.InvariantCulture);
        var reply = await _shop.Made(new { name = "a", prompt = "two", labels = new[] { "production", "staging" }, tags = new[] { "x" } });
        reply.Header("Quire-Sequence").ShouldBe($"{before + 1}");
    }

    [Theory]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\"}", "{}")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"config\":null}", "{}")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"config\":{}}", "{}")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"config\":{\"z\":1.50,\"a\":\"yes\",\"n\":null,\"l\":[1,\"1\",true,{}],\"deep\":{\"a b\":{\"é: #\":\"~\\n- x\"}}}}", "{\"z\":1.50,\"a\":\"yes\",\"n\":null,\"l\":[1,\"1\",true,{}],\"deep\":{\"a b\":{\"é: #\":\"~\\n- x\"}}}")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"config\":{\"model\":\"gpt-4\",\"temperature\":0.7,\"big\":12345678901234567890,\"e\":1e-7}}", "{\"model\":\"gpt-4\",\"temperature\":0.7,\"big\":12345678901234567890,\"e\":1e-7}")]
    public async Task The_configuration_comes_back_as_it_was_sent(string body, string config)
    {
        (await _shop.Made(body)).Json.GetProperty("config").GetRawText().ShouldBe(config);
        (await _shop.Read("a", "?version=1")).Json.GetProperty("config").GetRawText().ShouldBe(config);
    }

    [Theory]
    [InlineData("{{name}} {{ spaced }} {{#if}} {% if x %} {# c #} {% merge_point \"x\" %} @@@langfusePrompt:nothing@@@")]
    [InlineData("")]
    [InlineData(" \n\tends in blanks \n\n")]
    [InlineData("---\nlooks: like\n---\nfront matter\r\nand Windows lines\r\n")]
    [InlineData("quotes \" ' \\ and 🚀 \u0001 \u2028")]
    public async Task A_text_comes_back_as_it_was_sent(string text)
    {
        await _shop.Text("a", text, "production");
        (await _shop.Read("a")).Prompt().ShouldBe(text);
        await _shop.Chat("b", [new { role = "user", content = text }], "production");
        (await _shop.Read("b")).Json.GetProperty("prompt")[0].GetProperty("content").GetString().ShouldBe(text);
    }

    [Theory]
    [InlineData("/invalid-name", "Name cannot start with a slash")]
    [InlineData("invalid-name/", "Name cannot end with a slash")]
    [InlineData("invalid//name", "Name cannot contain consecutive slashes")]
    [InlineData("invalid|name", "Prompt name cannot contain '|' character")]
    [InlineData("new", "Prompt name cannot be 'new'")]
    [InlineData("metrics", "Prompt name cannot be 'metrics'")]
    [InlineData("", "Text cannot be empty")]
    [InlineData(" ", "Name cannot be empty")]
    [InlineData("Test <div>", "Text cannot contain HTML tags")]
    [InlineData("what?", "Quire cannot keep a prompt of this name")]
    [InlineData("a/../b", "Quire cannot keep a prompt of this name")]
    public async Task Names_that_cannot_be_are_refused_in_their_words(string name, string message) =>
        (await _shop.Post(new { name, prompt = "test prompt", type = "text" })).ShouldHaveIssue("name", message);

    [Theory]
    [InlineData("simple-name")]
    [InlineData("name_with_underscores")]
    [InlineData("name.with.dots")]
    [InlineData("UPPERCASE")]
    [InlineData("folder/subfolder/name")]
    [InlineData("name-with-123-numbers")]
    [InlineData("_starting_with_underscore")]
    [InlineData("ending_with_underscore_")]
    [InlineData("multiple___underscores")]
    [InlineData("multiple---hyphens")]
    [InlineData("multiple...dots")]
    [InlineData("name with spaces")]
    [InlineData("multiple   spaces")]
    [InlineData("angled[brac]es]")]
    [InlineData("metrics/new")]
    public async Task Names_that_can_be_are_kept(string name) => (await _shop.Text(name, "test prompt")).Member("name").ShouldBe(name);

    [Fact]
    public async Task Tags_are_the_prompts_and_change_on_every_version_where_they_are_given()
    {
        await _shop.Made(new { name = "a", prompt = "p", tags = new[] { "tag", "tag" } });
        (await _shop.Read("a", "?version=1")).Tags().ShouldBe(["tag"]);
        await _shop.Made(new { name = "a", prompt = "p" });
        (await _shop.Read("a", "?version=2")).Tags().ShouldBe(["tag"]);
        await _shop.Made(new { name = "a", prompt = "p", tags = new[] { "tag1", "tag2", "tag3" } });
        foreach (var version in (int[])[1, 2, 3])
            (await _shop.Read("a", $"?version={version}")).Tags().ShouldBe(["tag1", "tag2", "tag3"]);
        await _shop.Made(new { name = "a", prompt = "p", tags = Array.Empty<string>() });
        foreach (var version in (int[])[1, 2, 3, 4])
            (await _shop.Read("a", $"?version={version}")).Tags().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_with_slashes_is_kept_and_read_as_one_segment()
    {
        await _shop.Text("this/is/a/prompt/with/a/slash", "In a folder", "production");
        var reply = await _shop.Read("this/is/a/prompt/with/a/slash");
        (reply.Member("name"), reply.Prompt()).ShouldBe(("this/is/a/prompt/with/a/slash", "In a folder"));
    }

    [Fact]
    public async Task A_variable_and_a_placeholder_of_one_name_are_refused()
    {
        var reply = await _shop.Post(new { name = "a", type = "chat", prompt = new object[] { new { role = "system", content = "Hello {{userName}} {{{{other}}" }, new { type = "placeholder", name = "userName" } } });
        reply.ShouldRefuse(400, "InvalidRequestError", "variables and placeholders must be unique, the following are not: userName");
        await _shop.Chat("a", [new { role = "system", content = "{{ userName }}" }, new { type = "placeholder", name = "userName" }]);
    }

    [Fact]
    public async Task A_placeholder_may_have_the_name_of_an_earlier_versions_variable()
    {
        await _shop.Chat("a", [new { role = "system", content = "{{history}}" }], "production");
        (await _shop.Chat("a", [new { role = "system", content = "{{other}}" }, new { type = "placeholder", name = "history" }])).Version().ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"prompt\":\"p\"}", "name", "expected string, received undefined")]
    [InlineData("{\"name\":1,\"prompt\":\"p\"}", "name", "expected string, received number")]
    [InlineData("{\"name\":\"a\"}", "prompt", "expected string, received undefined")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"type\":\"image\"}", "type", "expected")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"labels\":\"production\"}", "labels", "expected array, received string")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"labels\":[true]}", "labels", "expected string, received boolean")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"labels\":[\"Prod\"]}", "labels", "Label must be lowercase alphanumeric with optional underscores, hyphens, or periods")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"labels\":[\"\"]}", "labels", "1 to 36")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"labels\":[\"a234567890123456789012345678901234567\"]}", "labels", "1 to 36")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"labels\":[\"12\"]}", "labels", "Quire cannot keep this label")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"tags\":{}}", "tags", "expected array, received object")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"config\":[1]}", "config", "an object")]
    [InlineData("{\"name\":\"a\",\"prompt\":\"p\",\"commitMessage\":5}", "commitMessage", "expected string, received number")]
    public async Task Values_of_the_wrong_kind_are_told_with_their_member(string body, string path, string message) =>
        (await _shop.Post(body)).ShouldHaveIssue(path, message);

    [Fact]
    public async Task A_message_has_at_most_500_characters_and_without_one_none_is_read()
    {
        (await _shop.Post(new { name = "a", prompt = "p", commitMessage = new string('m', 501) })).ShouldHaveIssue("commitMessage", "<=500");
        (await _shop.Made(new { name = "a", prompt = "p", commitMessage = new string('m', 500) })).Member("commitMessage")!.Length.ShouldBe(500);
        foreach (var body in (object[])[new { name = "a", prompt = "p" }, new { name = "a", prompt = "p", commitMessage = " " }])
            (await _shop.Made(body)).Member("commitMessage").ShouldBeNull();
    }

    [Fact]
    public async Task Bodies_that_are_no_JSON_are_refused_in_their_form()
    {
        var reply = await _shop.Post("{\"name\":");
        reply.Should(HttpStatusCode.BadRequest).Member("message").ShouldBe("Invalid request data");
        (await _shop.Post("{\"name\":\"a\",\"prompt\":\"\\u0000\"}")).Should(HttpStatusCode.BadRequest).Text.ShouldContain("NUL");
    }
}
