using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Core.Caching;

namespace Quire.AspNetCore.Tests.Caching;

public sealed class CacheRouteTests : IAsyncLifetime
{
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start(options => options with { Cache = new CacheOptions { MemoryBytes = 8_000_000 } });
        await _quire.Commit(("greet.prompt.md", "Hello {{ name }}"));
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task The_caches_show_what_composing_did()
    {
        for (var i = 0; i < 4; i++)
            await Compose();

        var tiers = (await _quire.Client.Get("/api/v1/cache")).Should(HttpStatusCode.OK).Json.GetProperty("tiers").EnumerateArray().ToList();

        tiers.Select(tier => tier.GetProperty("tier").GetString()).ShouldBe(["selections", "plans", "outputs"]);
        tiers.ShouldAllBe(tier => tier.GetProperty("hits").GetInt64() == 3 && tier.GetProperty("misses").GetInt64() == 1 && tier.GetProperty("entries").GetInt64() == 1);
        tiers.ShouldAllBe(tier => tier.GetProperty("hitRate").GetDouble() == 0.75 && tier.GetProperty("bytes").GetInt64() > 0);
        tiers.Sum(tier => tier.GetProperty("limit").GetInt64()).ShouldBe(8_000_000);
    }

    [Fact]
    public async Task After_clearing_nothing_is_ready_and_the_answer_is_the_same()
    {
        var before = await Compose();
        (await Compose()).GetProperty("cached").GetBoolean().ShouldBeTrue();

        (await _quire.Client.Send("DELETE", "/api/v1/cache")).Should(HttpStatusCode.NoContent);

        var after = await Compose();
        after.GetProperty("cached").GetBoolean().ShouldBeFalse();
        after.GetProperty("content").GetString().ShouldBe(before.GetProperty("content").GetString());
    }

    [Fact]
    public async Task Whoever_does_not_manage_sees_and_clears_nothing()
    {
        var reader = await _quire.ClientWith(Permissions.Read | Permissions.Compose);

        (await reader.Get("/api/v1/cache")).Should(HttpStatusCode.Forbidden);
        (await reader.Send("DELETE", "/api/v1/cache")).Should(HttpStatusCode.Forbidden);
    }

    private async Task<JsonElement> Compose() =>
        (await _quire.Client.Send("POST", Sending.Project + "/compose", new { prompt = "greet", variables = new { name = "Ada" } })).Should(HttpStatusCode.OK).Json;
}
