using System.Text.Json;
using Quire.AspNetCore.Tests.Support;
using Quire.Testing.Time;

namespace Quire.AspNetCore.Tests.Langfuse;

/// <summary>Three prompts over five days: prompt-1 with versions 1, 2 and 4 (3 was deleted), prompt-2 with three labels, prompt-3 a chat with a tag.</summary>
public sealed class ListingTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private LangfuseShop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await LangfuseShop.Open(_clock);
        await _shop.Text("prompt-2", "p", "production");
        await _shop.Text("prompt-2", "p", "staging");
        await _shop.Text("prompt-2", "p", "dev");
        await _shop.Made(new { name = "prompt-3", type = "chat", prompt = new object[] { new { role = "user", content = "p" } }, labels = new[] { "production" }, tags = new[] { "tag-1" } });
        foreach (var version in (int[])[1, 2, 3, 4])
        {
            _clock.Jump(TimeSpan.FromDays(1));
            await _shop.Made(new { name = "prompt-1", prompt = "p", config = new { version }, labels = version switch { 2 => ["version2"], 4 => ["production"], _ => Array.Empty<string>() } });
        }
        await _shop.Delete("prompt-1", "?version=3");
        var other = await _shop.ClientOf("other");
        await other.Send("POST", LangfuseShop.Prompts, new { name = "prompt-4", prompt = "p", labels = new[] { "production" } });
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Only_prompts_of_the_keys_project_are_listed() => (await _shop.List()).Names().ShouldBe(["prompt-1", "prompt-2", "prompt-3"]);

    [Fact]
    public async Task A_list_tells_versions_labels_tags_type_and_time()
    {
        var reply = await _shop.List();
        var data = reply.Data();
        data[0].Texts("versions").ShouldBe(["1", "2", "4"]);
        data[0].Texts("labels").ShouldBe(["latest", "production", "version2"]);
        data[0].Texts("tags").ShouldBeEmpty();
        data[0].GetProperty("type").GetString().ShouldBe("text");
        data[0].GetProperty("lastUpdatedAt").GetString().ShouldBe("2026-01-05T00:00:00.000Z");
        data[1].Texts("versions").ShouldBe(["1", "2", "3"]);
        data[1].Texts("labels").ShouldBe(["dev", "latest", "production", "staging"]);
        data[2].Texts("tags").ShouldBe(["tag-1"]);
        data[2].GetProperty("type").GetString().ShouldBe("chat");
        foreach (var name in (string[])["meta", "pagination"])
            reply.Json.GetProperty(name).GetRawText().ShouldBe("{\"page\":1,\"limit\":10,\"totalPages\":1,\"totalItems\":3}");
    }

    [Fact]
    public async Task A_list_is_filtered_by_name()
    {
        await _shop.Text("prompt-1/child", "p");
        var reply = await _shop.List("?name=prompt-1");
        reply.Names().ShouldBe(["prompt-1"]);
        reply.Data()[0].Texts("versions").ShouldBe(["1", "2", "4"]);
        Total(reply).ShouldBe(1);
        (await _shop.List("?name=prompt-2")).Names().ShouldBe(["prompt-2"]);
        var none = await _shop.List("?name=non-existent");
        none.Data().ShouldBeEmpty();
        none.Json.GetProperty("meta").GetProperty("totalPages").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_list_is_filtered_by_tag()
    {
        var reply = await _shop.List("?tag=tag-1");
        reply.Names().ShouldBe(["prompt-3"]);
        Total(reply).ShouldBe(1);
        (await _shop.List("?tag=non-existent")).Data().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_filtered_by_label_is_about_the_versions_with_that_label()
    {
        var reply = await _shop.List("?label=production");
        reply.Names().ShouldBe(["prompt-1", "prompt-2", "prompt-3"]);
        Total(reply).ShouldBe(3);
        var dev = (await _shop.List("?label=dev")).Data().ShouldHaveSingleItem();
        dev.GetProperty("name").GetString().ShouldBe("prompt-2");
        dev.Texts("versions").ShouldBe(["3"]);
        dev.Texts("labels").ShouldBe(["dev", "latest"]);
        (await _shop.List("?label=non-existent")).Data().ShouldBeEmpty();
        (await _shop.List("?label=latest")).Data()[0].Texts("versions").ShouldBe(["4"]);
    }

    [Fact]
    public async Task A_list_comes_in_numbered_pages()
    {
        var reply = await _shop.List("?page=1&limit=1");
        reply.Names().ShouldBe(["prompt-1"]);
        reply.Json.GetProperty("meta").GetRawText().ShouldBe("{\"page\":1,\"limit\":1,\"totalPages\":3,\"totalItems\":3}");
        (await _shop.List("?page=2&limit=2")).Names().ShouldBe(["prompt-3"]);
        (await _shop.List("?page=3&limit=2")).Names().ShouldBeEmpty();
        (await _shop.Client.Get(LangfuseShop.Prompts + "?page=0")).ShouldHaveIssue("page", ">=1");
        (await _shop.Client.Get(LangfuseShop.Prompts + "?limit=101")).ShouldHaveIssue("limit", "<=100");
        (await _shop.Client.Get(LangfuseShop.Prompts + "?limit=x")).ShouldHaveIssue("limit", "expected number");
    }

    [Fact]
    public async Task The_last_configuration_is_that_of_the_newest_version_that_passes()
    {
        Config((await _shop.List()).Data()[0]).ShouldBe("{\"version\":4}");
        Config((await _shop.List()).Data()[1]).ShouldBe("{}");
        Config((await _shop.List("?label=version2")).Data().ShouldHaveSingleItem()).ShouldBe("{\"version\":2}");
        var first = await _shop.List("?version=1");
        first.Names().ShouldBe(["prompt-1", "prompt-2", "prompt-3"]);
        Config(first.Data()[0]).ShouldBe("{\"version\":1}");
        (await _shop.List("?version=3")).Names().ShouldBe(["prompt-2"]);
    }

    [Fact]
    public async Task A_list_is_filtered_by_the_time_of_versions()
    {
        var both = (await _shop.List("?fromUpdatedAt=2026-01-03T00:00:00.000Z&toUpdatedAt=2026-01-05T00:00:00.000Z")).Data().ShouldHaveSingleItem();
        both.Texts("versions").ShouldBe(["2"]);
        both.GetProperty("lastUpdatedAt").GetString().ShouldBe("2026-01-03T00:00:00.000Z");
        var from = (await _shop.List("?fromUpdatedAt=2026-01-03T00:00:00Z")).Data().ShouldHaveSingleItem();
        from.Texts("versions").ShouldBe(["2", "4"]);
        from.GetProperty("lastUpdatedAt").GetString().ShouldBe("2026-01-05T00:00:00.000Z");
        var to = await _shop.List("?toUpdatedAt=2026-01-05T02:00:00%2B02:00");
        to.Names().ShouldBe(["prompt-1", "prompt-2", "prompt-3"]);
        to.Data()[0].Texts("versions").ShouldBe(["1", "2"]);
        Total(to).ShouldBe(3);
        (await _shop.Client.Get(LangfuseShop.Prompts + "?fromUpdatedAt=yesterday")).ShouldHaveIssue("fromUpdatedAt", "Invalid ISO datetime");
    }

    [Fact]
    public async Task A_label_that_comes_to_a_version_makes_it_newer()
    {
        _clock.Jump(TimeSpan.FromDays(10));
        await _shop.Label("prompt-2", 1, "fresh");
        var item = (await _shop.List("?fromUpdatedAt=2026-01-10T00:00:00Z")).Data().ShouldHaveSingleItem();
        (item.GetProperty("name").GetString(), item.GetProperty("lastUpdatedAt").GetString()).ShouldBe(("prompt-2", "2026-01-15T00:00:00.000Z"));
        (await _shop.Read("prompt-2", "?label=fresh")).Member("updatedAt").ShouldBe("2026-01-15T00:00:00.000Z");
    }

    private static int Total(Reply reply) => reply.Json.GetProperty("meta").GetProperty("totalItems").GetInt32();

    private static string Config(JsonElement item) => item.GetProperty("lastConfig").GetRawText();
}
