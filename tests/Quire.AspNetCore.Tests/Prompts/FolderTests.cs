using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Prompts;

public sealed class FolderTests : IAsyncLifetime
{
    private const string P = Sending.Project;
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        await _quire.Commit(("old/a.prompt.md", "same"), ("old/deep/b.prompt.md", "same"), ("old/.keep", "asset"), ("old/deep/c.txt", ""), ("other.prompt.md", "O"), ("zz/z.txt", "z"));
        await _quire.Commit(("old/a.prompt.md", "two"));
        await _quire.Client.Send("PUT", $"{P}/prompts/old%2Fa/aliases/production", new { version = 1 });
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task A_folder_moves_in_one_change_and_its_prompts_keep_ids_numbers_aliases_and_old_paths()
    {
        var before = (await _quire.Client.Get($"{P}/prompts/old%2Fdeep%2Fb")).Json;
        var moved = (await _quire.Client.Send("POST", $"{P}/folders/old/move", new { to = "new/home" })).Should(HttpStatusCode.OK).Json;
        moved.GetProperty("issued").GetArrayLength().ShouldBe(0);
        (await Paths("prompts")).ShouldBe(["new/home/a", "new/home/deep/b", "new/home/deep/c.txt", "other", "zz/z.txt"]);
        var after = (await _quire.Client.Get($"{P}/prompts/old%2Fdeep%2Fb")).Json;
        (after.GetProperty("id").GetInt64(), after.GetProperty("path").GetString(), after.GetProperty("version").GetInt64())
            .ShouldBe((before.GetProperty("id").GetInt64(), "new/home/deep/b", 1));
        (await _quire.Client.Get($"{P}/prompts/new%2Fhome%2Fa?alias=production")).Json.GetProperty("template").GetString().ShouldBe("same");
        (await _quire.Client.Get($"{P}/tree?prefix=new")).Text.ShouldContain("new/home/.keep");
        (await _quire.Client.Get($"{P}/commits?limit=1")).Text.ShouldContain("Quire-Move: old/ =");
    }

    [Fact]
    public async Task A_folder_that_cannot_move_stays_and_says_why()
    {
        foreach (var (from, to, status, code) in new[] { ("none", "x", 404, "folder_not_found"), ("old", "zz", 409, "folder_exists"), ("old", "old/in", 400, "invalid_name"), ("old", "a//b", 400, "invalid_name"), ("other", "x", 404, "folder_not_found") })
            (await _quire.Client.Send("POST", $"{P}/folders/{from}/move", new { to })).ShouldFail(status, code);
    }

    [Fact]
    public async Task Sending_a_move_again_with_its_key_gives_the_first_answer()
    {
        var first = (await _quire.Client.Send("POST", $"{P}/folders/old/move", new { to = "n" }, ("Idempotency-Key", "k"))).Should(HttpStatusCode.OK).Json;
        var again = (await _quire.Client.Send("POST", $"{P}/folders/old/move", new { to = "n" }, ("Idempotency-Key", "k"))).Should(HttpStatusCode.OK).Json;
        (again.GetProperty("sequence").GetInt64(), again.GetProperty("replayed").GetBoolean()).ShouldBe((first.GetProperty("sequence").GetInt64(), true));
    }

    [Fact]
    public async Task A_folder_lists_its_prompts_and_folders_page_by_page()
    {
        (await Paths("prompts?folder=")).ShouldBe(["other", "old/", "zz/"]);
        (await Paths("prompts?folder=old")).ShouldBe(["old/a", "old/deep/"]);
        (await Paths("prompts?folder=none")).ShouldBeEmpty();
        var seen = new List<string>();
        string? after = null;
        do
        {
            var url = $"prompts?folder=&limit=1{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";
            seen.AddRange(await Paths(url));
            after = (await _quire.Client.Get($"{P}/{url}")).Json.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);
        seen.ShouldBe(["old/", "other", "zz/"]);
        (await _quire.Client.Get($"{P}/prompts?folder=old&prefix=x")).ShouldFail(400, "invalid_parameter");
    }

    [Fact]
    public async Task A_template_is_listed_and_made_into_prompts_of_this_and_other_projects()
    {
        await _quire.Commit(("lib/mail.prompt.md", "---\nx-template: true\nvariables:\n  tone: {type: string}\n  team: {type: string, default: us}\n---\nA {{ tone }} mail from {{ team }}."));
        await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "shop" });
        (await Paths("prompts?template=true")).ShouldBe(["lib/mail"]);
        (await _quire.Client.Send("POST", $"{P}/prompts/lib%2Fmail/instantiate", new { to = "mail", project = "shop", variables = new { tone = "kind" } })).Should(HttpStatusCode.Created);
        var made = (await _quire.Client.Get("/api/v1/orgs/main/projects/shop/prompts/mail")).Json;
        var source = made.GetProperty("source").GetString()!;
        source.ShouldContain("x-from: prompts/lib/mail@1");
        source.ShouldNotContain("x-template");
        source.ShouldEndWith("A {{ tone }} mail from {{ team }}.");
        made.GetProperty("variables").GetProperty("properties").GetProperty("tone").GetProperty("default").GetString().ShouldBe("kind");
        (await _quire.Client.Send("POST", $"{P}/prompts/lib%2Fmail/instantiate", new { to = "mail", project = "shop" })).ShouldFail(409, "prompt_exists");
        (await _quire.Client.Send("POST", $"{P}/prompts/lib%2Fmail/instantiate", new { to = "m2", variables = new { nope = 1 } })).ShouldFail(400, "invalid_variable");
        (await _quire.Client.Send("POST", $"{P}/prompts/other/instantiate", new { to = "m3" })).ShouldFail(422, "not_a_template");
    }

    private async Task<IReadOnlyList<string>> Paths(string url)
    {
        var page = (await _quire.Client.Get($"{P}/{url}")).Should(HttpStatusCode.OK).Json;
        var folders = page.TryGetProperty("folders", out var found) ? found.EnumerateArray().Select(folder => folder.GetString() + "/") : [];
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("path").GetString()!), .. folders];
    }
}
