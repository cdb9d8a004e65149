using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Core.Counters;
using Quire.Core.Organisations;
using Quire.Storage;
using Quire.Testing;

namespace Quire.AspNetCore.Tests.Counters;

public sealed class ReadsRouteTests
{
    private const string P = Sending.Project;

    [Fact]
    public async Task Every_read_is_counted_the_ready_answers_and_the_unchanged_ones_too()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
        await quire.Client.Send("PUT", $"{P}/prompts/a/aliases/production", new { version = 1 });
        using var reader = await quire.ClientWith(Permissions.Read);
        string? tag = null;
        for (var read = 0; read < 5; read++)
            tag = (await quire.Client.Get($"{P}/prompts/a?alias=production")).Header("ETag");
        (await quire.Client.Get($"{P}/prompts/a?alias=production", ("If-None-Match", tag!))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await reader.Get($"{P}/prompts/a?alias=production")).Should(HttpStatusCode.OK);
        (await reader.Get($"{P}/prompts/a/source")).Should(HttpStatusCode.OK);
        (await reader.Get($"{P}/prompts/b")).Should(HttpStatusCode.OK);
        await quire.Services.GetRequiredService<ReadCounters>().Flush();

        var reads = (await quire.Client.Get($"{P}/prompts/a/reads")).Should(HttpStatusCode.OK).Json;

        reads.GetProperty("total").GetInt64().ShouldBe(8);
        reads.GetProperty("items").EnumerateArray().Select(item => (item.TryGetProperty("alias", out var alias) ? alias.GetString() : null, item.GetProperty("count").GetInt64()))
            .ShouldBe([(null, 1L), ("production", 6L), ("production", 1L)], ignoreOrder: true);
        (await quire.Client.Get($"{P}/reads?limit=1")).Text.ShouldBe("{\"items\":[{\"path\":\"a\",\"count\":8}]}");
    }

    [Fact]
    public async Task A_host_that_stops_adds_what_it_counted()
    {
        using var folder = new TempFolder();
        await using (var quire = await RunningQuire.Start(place: folder.Path))
        {
            await quire.Commit(("a.prompt.md", "A"));
            await quire.Client.Get($"{P}/prompts/a");
        }
        await using var store = StoreFactory.Open(folder.Path, TimeProvider.System, new StoreOptions());
        var owner = Principal.Owner(await store.Read(session => session.Organisations.Find(ProjectService.FirstOrganisation)!.Id), ProjectService.FirstOrganisation);

        (await new ReadReports(store, TimeProvider.System).Of(owner, "prompts", "a")).Total.ShouldBe(1);
    }

    [Theory]
    [InlineData("prompts/a/reads?from=2026-13-01", 400, "invalid_parameter")]
    [InlineData("prompts/a/reads?from=2026-02-01&to=2026-01-01", 400, "invalid_parameter")]
    [InlineData("reads?from=2024-01-01&to=2026-01-01", 400, "invalid_parameter")]
    [InlineData("prompts/none/reads", 404, "prompt_not_found")]
    public async Task Times_and_prompts_that_are_none_are_refused(string url, int status, string code)
    {
        await using var quire = await RunningQuire.Start();
        (await quire.Client.Get($"{P}/{url}")).ShouldFail(status, code);
    }
}
