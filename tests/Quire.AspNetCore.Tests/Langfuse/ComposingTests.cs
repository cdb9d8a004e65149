using System.Text.Json;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Langfuse;

public sealed class ComposingTests : IAsyncLifetime
{
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await LangfuseShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private static string ByLabel(string name, string label = "production") => $"@@@langfusePrompt:name={name}|label={label}@@@";

    private static string ByVersion(string name, int version = 1) => $"@@@langfusePrompt:name={name}|version={version}@@@";

    [Fact]
    public async Task A_prompt_that_names_another_by_label_follows_the_label_and_shows_the_graph()
    {
        var first = await _shop.Text("child", "I am a child", "production");
        var parent = await _shop.Text("parent", $"Parent: {ByLabel("child")}");
        parent.Prompt().ShouldBe($"Parent: {ByLabel("child")}");
        var before = await _shop.Read("parent", "?version=1");
        before.Prompt().ShouldBe("Parent: I am a child");
        Graph(before).ShouldBe($$$"""{"root":{"id":"{{{parent.Member("id")}}}","name":"parent","version":1},"dependencies":{"{{{parent.Member("id")}}}":[{"id":"{{{first.Member("id")}}}","name":"child","version":1}]}}""");
        var second = await _shop.Text("child", "I am an updated child", "production");
        var after = await _shop.Read("parent", "?version=1");
        after.Prompt().ShouldBe("Parent: I am an updated child");
        Graph(after).ShouldContain($$"""{"id":"{{second.Member("id")}}","name":"child","version":2}""");
    }

    [Fact]
    public async Task Prompts_are_put_into_each_other_by_label()
    {
        await _shop.Text("nested", "nested", "production");
        await _shop.Text("middle", $"middle {ByLabel("nested")}", "production");
        await _shop.Text("parent", $"parent {ByLabel("middle")}");
        (await _shop.Read("parent", "?version=1")).Prompt().ShouldBe("parent middle nested");
    }

    [Fact]
    public async Task Prompts_are_put_into_each_other_by_version()
    {
        await _shop.Text("nested", "nested");
        await _shop.Text("middle", $"middle {ByVersion("nested")}");
        await _shop.Text("parent", $"parent {ByVersion("middle")}");
        (await _shop.Read("parent", "?version=1")).Prompt().ShouldBe("parent middle nested");
    }

    [Fact]
    public async Task A_circle_is_refused()
    {
        await _shop.Text("a", "A", "production");
        await _shop.Text("b", $"B {ByLabel("a")}", "production");
        (await _shop.Post(new { name = "a", prompt = $"A {ByLabel("b")}", labels = new[] { "production" } }))
            .ShouldRefuse(400, "InvalidRequestError", "Circular dependency detected involving prompt 'a' version 1");
        (await _shop.Read("a")).Version().ShouldBe(1);
    }

    [Fact]
    public async Task Three_levels_are_put_together()
    {
        await _shop.Text("l3", "three", "production");
        await _shop.Text("l2", $"two {ByLabel("l3")}", "production");
        await _shop.Text("l1", $"one {ByVersion("l2")}", "production");
        await _shop.Text("l0", $"zero {ByLabel("l1")}");
        var reply = await _shop.Read("l0", "?version=1");
        reply.Prompt().ShouldBe("zero one two three");
        reply.Json.GetProperty("resolutionGraph").GetProperty("dependencies").EnumerateObject().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Several_prompts_are_put_in_at_one_level()
    {
        foreach (var name in (string[])["a", "b", "c"])
            await _shop.Text(name, $"I am {name}", "production");
        await _shop.Text("parent", $"1: {ByLabel("a")} 2: {ByLabel("b")} 3: {ByLabel("c")}");
        (await _shop.Read("parent", "?version=1")).Prompt().ShouldBe("1: I am a 2: I am b 3: I am c");
    }

    [Fact]
    public async Task A_version_stays_what_it_is_while_labels_move()
    {
        await _shop.Text("child", "v1");
        await _shop.Text("child", "v2", "production");
        await _shop.Text("parent", $"{ByVersion("child")} and {ByVersion("child", 2)} and {ByLabel("child", "latest")}");
        await _shop.Text("child", "v3", "production");
        (await _shop.Read("parent", "?version=1")).Prompt().ShouldBe("v1 and v2 and v3");
    }

    [Fact]
    public async Task Prompts_are_put_into_messages()
    {
        await _shop.Text("child", "a \"text\" with $1 and \\n", "production");
        await _shop.Chat("chat", [new { role = "system", content = "Help" }, new { role = "user", content = $"Context: {ByLabel("child")}" }, new { type = "placeholder", name = "history" }]);
        var prompt = (await _shop.Read("chat", "?version=1")).Json.GetProperty("prompt");
        prompt[1].GetProperty("content").GetString().ShouldBe("Context: a \"text\" with $1 and \\n");
        prompt[2].GetProperty("name").GetString().ShouldBe("history");
    }

    [Fact]
    public async Task Prompts_that_name_others_are_put_into_messages()
    {
        await _shop.Text("nested", "nested", "production");
        await _shop.Text("middle", $"middle {ByLabel("nested")}", "production");
        await _shop.Chat("chat", [new { role = "user", content = $"{ByLabel("middle")}, {ByLabel("nested")}" }]);
        (await _shop.Read("chat", "?version=1")).Json.GetProperty("prompt")[0].GetProperty("content").GetString().ShouldBe("middle nested, nested");
    }

    [Fact]
    public async Task What_is_no_tag_stays_as_it_is()
    {
        const string text = "@@@langfusePrompt:invalid@@@, @@@langfusePrompt:name=missing-type@@@, @@@langfusePrompt:version=1|name=a@@@, @@@langfusePrompt:name=a|x=1@@@";
        await _shop.Text("parent", text);
        var reply = await _shop.Read("parent", "?version=1");
        reply.Prompt().ShouldBe(text);
        reply.Json.GetProperty("resolutionGraph").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_same_tag_twice_is_replaced_twice()
    {
        await _shop.Text("child", "I am a child");
        await _shop.Text("parent", $"{ByVersion("child")} and again {ByVersion("child")}");
        var reply = await _shop.Read("parent", "?version=1");
        reply.Prompt().ShouldBe("I am a child and again I am a child");
        reply.Json.GetProperty("resolutionGraph").GetProperty("dependencies").EnumerateObject().Single().Value.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Names_with_unusual_characters_are_found()
    {
        string[] names = ["with-hyphens", "with_underscores", "with.dots", "with123Numbers", "with spaces", "with/slashes", "with (parentheses) [and] 'quotes' + plus"];
        foreach (var name in names)
            await _shop.Text(name, $"<{name}>");
        await _shop.Text("parent", string.Join('\n', names.Select(name => ByVersion(name))));
        (await _shop.Read("parent", "?version=1")).Prompt().ShouldBe(string.Join('\n', names.Select(name => $"<{name}>")));
    }

    [Fact]
    public async Task A_prompt_may_not_name_itself_not_even_another_version()
    {
        await _shop.Text("self", "The beginning");
        (await _shop.Post(new { name = "self", prompt = $"I say: {ByVersion("self")}" })).ShouldRefuse(400, "InvalidRequestError", "Circular dependency");
    }

    [Fact]
    public async Task A_prompt_that_names_what_is_not_there_is_refused()
    {
        (await _shop.Post(new { name = "parent", prompt = ByVersion("none") })).ShouldRefuse(400, "InvalidRequestError", "Prompt dependency not found: none - version 1");
        (await _shop.Post(new { name = "parent", prompt = ByLabel("none", "staging") })).ShouldRefuse(400, "InvalidRequestError", "Prompt dependency not found: none - label staging");
        (await _shop.Get("parent", "?version=1")).ShouldRefuse(404, "LangfuseNotFoundError");
    }

    [Fact]
    public async Task A_prompt_that_names_one_of_another_project_is_refused()
    {
        await _shop.Text("ours", "secret");
        var other = await _shop.ClientOf("other");
        (await other.Send("POST", LangfuseShop.Prompts, new { name = "parent", prompt = ByVersion("ours") })).ShouldRefuse(400, "InvalidRequestError", "not found");
    }

    [Fact]
    public async Task A_prompt_that_names_a_chat_is_refused()
    {
        await _shop.Chat("chat", [new { role = "user", content = "Hi" }]);
        (await _shop.Post(new { name = "parent", prompt = ByVersion("chat") })).ShouldRefuse(400, "InvalidRequestError", "Prompt dependency is not a text prompt: chat - version 1");
    }

    [Fact]
    public async Task More_than_five_levels_are_refused()
    {
        await _shop.Text("depth-5", "I am the deepest", "production");
        for (var level = 4; level >= 1; level--)
            await _shop.Text($"depth-{level}", $"Level {level}: {ByLabel($"depth-{level + 1}")}", "production");
        (await _shop.Read("depth-1")).Prompt().ShouldBe("Level 1: Level 2: Level 3: Level 4: I am the deepest");
        (await _shop.Post(new { name = "depth-0", prompt = ByLabel("depth-1") })).ShouldRefuse(400, "InvalidRequestError", "Maximum nesting depth exceeded (5)");
    }

    [Fact]
    public async Task Little_cannot_be_made_into_much()
    {
        var grown = new string('x', 1000);
        await _shop.Text("level-4", grown, "production");
        for (var level = 3; level >= 2; level--)
            await _shop.Text($"level-{level}", string.Concat(Enumerable.Repeat(ByLabel($"level-{level + 1}"), 100)), "production");
        (await _shop.Read("level-2")).Prompt().Length.ShouldBe(10_000_000);
        (await _shop.Post(new { name = "level-1", prompt = string.Concat(Enumerable.Repeat(ByLabel("level-2"), 100)) })).ShouldRefuse(413, "PayloadTooLargeError", "limit");
    }

    [Fact]
    public async Task A_prompt_names_a_limited_number_of_others()
    {
        await _shop.Quire.Commit([.. Enumerable.Range(1, 1001).Select(number => ($"many/c{number}.prompt.md", "c"))]);
        await _shop.Text("most", string.Concat(Enumerable.Range(1, 1000).Select(number => ByVersion($"many/c{number}"))));
        (await _shop.Read("most", "?version=1")).Prompt().ShouldBe(new string('c', 1000));
        (await _shop.Post(new { name = "more", prompt = string.Concat(Enumerable.Range(1, 1001).Select(number => ByVersion($"many/c{number}"))) }))
            .ShouldRefuse(413, "PayloadTooLargeError", "the limit is 1,000");
    }

    private static string Graph(Reply reply) => reply.Json.GetProperty("resolutionGraph").GetRawText();
}
