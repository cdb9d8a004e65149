using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Langfuse;

public sealed class ReadingTests : IAsyncLifetime
{
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await LangfuseShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_key_that_opens_nothing_is_answered_401_in_their_form()
    {
        var reply = await _shop.Quire.ClientFor("qk_nothing").Get(LangfuseShop.Prompts);
        reply.ShouldRefuse(401, "UnauthorizedError");
        reply.Header("WWW-Authenticate").ShouldBe("Basic realm=\"quire\", charset=\"UTF-8\"");
        (await LangfuseShop.ClientFor(_shop.Quire, "wrong").Get(LangfuseShop.Url("a"))).ShouldRefuse(401, "UnauthorizedError");
    }

    [Fact]
    public async Task A_key_without_the_permission_is_answered_403_in_their_form()
    {
        var reader = LangfuseShop.ClientFor(_shop.Quire, await _shop.Quire.Key(Permissions.Read));
        (await reader.Send("POST", LangfuseShop.Prompts, new { name = "a", prompt = "A" })).ShouldRefuse(403, "ForbiddenError", "write");
        (await reader.Get(LangfuseShop.Prompts)).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_user_name_may_be_the_id_of_the_key_or_anything()
    {
        await _shop.Text("greeting", "Hello", "production");
        foreach (var user in (string[])[KeySecret.IdOf(_shop.Quire.Owner)!, "pk-lf-1234", "x"])
            (await LangfuseShop.ClientFor(_shop.Quire, _shop.Quire.Owner, user).Get(LangfuseShop.Url("greeting"))).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_prompt_is_read_with_every_member()
    {
        var made = await _shop.Made(new { name = "greeting", prompt = "Hello {{name}}", labels = new[] { "production" }, config = new { temperature = 0.1 }, tags = new[] { "b", "a" }, commitMessage = "First" });
        var reply = await _shop.Read("greeting");
        reply.Json.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["id", "createdAt", "updatedAt", "projectId", "createdBy", "name", "version", "type", "prompt", "config", "tags", "labels", "commitMessage", "isActive", "resolutionGraph"], ignoreOrder: true);
        reply.Member("id").ShouldBe(made.Member("id"));
        Guid.TryParse(reply.Member("id"), out _).ShouldBeTrue();
        reply.Prompt().ShouldBe("Hello {{name}}");
        reply.Member("type").ShouldBe("text");
        reply.Version().ShouldBe(1);
        reply.Labels().ShouldBe(["production", "latest"]);
        reply.Tags().ShouldBe(["b", "a"]);
        reply.Member("createdBy").ShouldBe("API");
        reply.Member("projectId").ShouldBe("prompts");
        reply.Member("config").ShouldBe("{\"temperature\":0.1}");
        reply.Member("commitMessage").ShouldBe("First");
        reply.Json.GetProperty("isActive").GetBoolean().ShouldBeTrue();
        reply.Json.GetProperty("resolutionGraph").ValueKind.ShouldBe(JsonValueKind.Null);
        DateTimeOffset.Parse(reply.Member("createdAt")!, System.Globalization.CultureInfo.InvariantCulture).Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("promptName!")]
    [InlineData("a prompt (draft) + [old]")]
    [InlineData("it's.here_and-there")]
    [InlineData("名前 тест")]
    public async Task A_name_with_unusual_characters_is_read_where_a_path_may_have_them(string name)
    {
        var reply = await _shop.Post(new { name, prompt = "prompt", labels = new[] { "production" } });
        if (name.Contains('!'))
            reply.ShouldHaveIssue("name", "Quire cannot keep a prompt of this name");
        else
            (await _shop.Read(name)).Member("name").ShouldBe(name);
    }

    [Fact]
    public async Task A_version_is_read_by_number_even_if_it_is_not_production()
    {
        await _shop.Text("draft", "one");
        (await _shop.Get("draft")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found: 'draft' with label 'production'");
        (await _shop.Read("draft", "?version=1")).Prompt().ShouldBe("one");
        (await _shop.Get("draft", "?version=2")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found: 'draft' with version 2");
        (await _shop.Get("draft", "?version=-1")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found: 'draft' with version -1");
    }

    [Fact]
    public async Task A_version_is_read_by_label_even_if_it_is_not_production()
    {
        await _shop.Text("draft", "one", "dev");
        (await _shop.Get("draft")).ShouldRefuse(404, "LangfuseNotFoundError");
        (await _shop.Read("draft", "?label=dev")).Prompt().ShouldBe("one");
        (await _shop.Get("draft", "?label=DEV")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found: 'draft' with label 'DEV'");
    }

    [Fact]
    public async Task The_label_latest_leads_to_the_newest_version_and_no_label_to_production()
    {
        await _shop.Text("greeting", "old", "production");
        await _shop.Text("greeting", "new");
        var latest = await _shop.Read("greeting", "?label=latest");
        (latest.Prompt(), latest.Version()).ShouldBe(("new", 2));
        latest.Labels().ShouldBe(["latest"]);
        (await _shop.Read("greeting")).Labels().ShouldBe(["production"]);
    }

    [Fact]
    public async Task Production_is_read_where_neither_version_nor_label_is_asked_for()
    {
        await _shop.Text("greeting", "one", "staging");
        await _shop.Text("greeting", "two", "production");
        foreach (var query in (string[])["", "?version=", "?version=0", "?label=", "?label=production"])
            (await _shop.Read("greeting", query)).Prompt().ShouldBe("two", query);
    }

    [Fact]
    public async Task What_does_not_exist_is_answered_404()
    {
        (await _shop.Get("random_prompt")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found: 'random_prompt' with label 'production'");
        (await _shop.Get("no|such@path")).ShouldRefuse(404, "LangfuseNotFoundError", "Prompt not found: 'no|such@path' with label 'production'");
    }

    [Theory]
    [InlineData("?version=1&label=dev")]
    public async Task A_version_and_a_label_together_are_refused(string query)
    {
        (await _shop.Get("a", query)).ShouldRefuse(400, "InvalidRequestError", "Cannot specify both version and label");
        (await _shop.Delete("a", query)).ShouldRefuse(400, "InvalidRequestError", "Cannot specify both version and label");
    }

    [Fact]
    public async Task Queries_that_make_no_sense_are_told_with_their_parameter()
    {
        (await _shop.Get("a", "?version=x")).ShouldHaveIssue("version", "expected number");
        (await _shop.Get("a", "?resolve=yes")).ShouldHaveIssue("resolve", "Invalid option");
        (await _shop.Client.Get("/api/public/prompts")).ShouldHaveIssue("name", "expected string");
    }

    [Fact]
    public async Task Parameters_that_are_unknown_are_let_pass()
    {
        await _shop.Text("greeting", "Hello", "production");
        (await _shop.Read("greeting", "?fetchedBy=sdk&fetchedBy=again")).Prompt().ShouldBe("Hello");
    }

    [Fact]
    public async Task A_key_reads_the_project_that_it_means_and_an_answer_kept_ready_is_not_anothers()
    {
        await _shop.Text("greeting", "ours", "production");
        var other = await _shop.ClientOf("other");
        (await _shop.Read("greeting")).Prompt().ShouldBe("ours");
        (await other.Get(LangfuseShop.Url("greeting"))).ShouldRefuse(404, "LangfuseNotFoundError");
        (await other.Send("POST", LangfuseShop.Prompts, new { name = "greeting", prompt = "theirs", labels = new[] { "production" } })).Should(HttpStatusCode.Created);
        var first = await other.Get(LangfuseShop.Url("greeting"));
        (first.Prompt(), first.Member("projectId")).ShouldBe(("theirs", "other"));
        (await _shop.Read("greeting")).Prompt().ShouldBe("ours");
    }
}
