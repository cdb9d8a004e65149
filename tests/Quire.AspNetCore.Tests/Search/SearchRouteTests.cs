using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Search;

public sealed class SearchRouteTests
{
    private const string P = Sending.Project;

    [Fact]
    public async Task Hits_come_with_their_places_and_the_last_change_that_is_known()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("support/refund.prompt.md", "---\ndescription: About money\ntags: [billing]\n---\nA refund, please."), ("b.prompt.md", "B"));
        var last = (await quire.Client.Get("/api/v1/orgs/main/changes")).Json.GetProperty("sequence").GetInt64();

        var found = (await quire.Client.Get($"{P}/search?q=please&tag=billing")).Should(HttpStatusCode.OK);

        found.Text.ShouldBe("""
            {"items":[{"project":"prompts","path":"support/refund","version":1,"description":"About money","tags":["billing"],
            "highlights":[{"field":"text","excerpt":"A refund, please.","spans":[{"start":10,"length":6}]}]}],"indexedThrough":LAST}
            """.ReplaceLineEndings("").Replace("LAST", $"{last}", StringComparison.Ordinal));
        (await quire.Client.Get("/api/v1/orgs/main/search?q=refund&folder=support")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Pages_follow_the_cursor()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("a.prompt.md", "word"), ("b.prompt.md", "word"));
        var first = (await quire.Client.Get($"{P}/search?q=word&limit=1")).Json;

        var second = (await quire.Client.Get($"{P}/search?q=word&limit=1&after={first.GetProperty("next").GetString()}")).Json;

        second.GetProperty("items")[0].GetProperty("path").GetString().ShouldNotBe(first.GetProperty("items")[0].GetProperty("path").GetString());
        second.TryGetProperty("next", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("search", 400, "invalid_query")]
    [InlineData("search?q=a*", 400, "invalid_query")]
    [InlineData("search?q=a&after=x", 400, "invalid_cursor")]
    [InlineData("search?q=a&folder=..", 400, "invalid_name")]
    public async Task What_cannot_be_searched_is_refused(string url, int status, string code)
    {
        await using var quire = await RunningQuire.Start();

        (await quire.Client.Get($"{P}/{url}")).ShouldFail(status, code);
    }
}
