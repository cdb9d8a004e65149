using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Access = Quire.AspNetCore.Routes.Access;

namespace Quire.AspNetCore.Tests.Pipeline;

/// <summary>Every route against every sort of key; the routes come from the running host, so a new one is in the matrix at once.</summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private RunningQuire _quire = null!;
    private IReadOnlyList<KnownRoute> _routes = [];

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        await _quire.Commit(("support/answer.prompt.md", "Hello"));
        (await _quire.Client.Send("PUT", $"{Sending.Project}/prompts/support%2Fanswer/aliases/production", new { version = 1 })).Should(HttpStatusCode.OK);
        _routes = [.. _quire.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(KnownRoute.Of)];
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public void Every_route_declares_who_may_use_it_and_only_few_need_no_key()
    {
        _routes.Count.ShouldBeGreaterThan(30);
        _routes.ShouldAllBe(route => route.Access != null);
        _routes.Where(route => route.Access.Required is null).Select(route => route.Pattern).Distinct()
            .ShouldBe(["/", "/favicon.svg", "/assets/{**file}", "/projects/{**page}", "/search/{**page}", "/settings/{**page}", "/help/{**page}", "/health", "/openapi/v1.json", "/api/v1/session"], ignoreOrder: true);
        _routes.Where(route => route.Access.Required is null).ShouldAllBe(route => !string.IsNullOrWhiteSpace(route.Access.Reason));
    }

    [Fact]
    public Task Without_a_key_every_route_answers_401() =>
        Expect(_quire.ClientFor(null), Protected, 401, "unauthenticated");

    [Fact]
    public Task A_key_that_never_existed_opens_nothing() =>
        Expect(_quire.ClientFor(KeySecret.Create().Text), Protected, 401, "unauthenticated");

    [Fact]
    public async Task A_revoked_key_opens_nothing_any_more()
    {
        var key = await _quire.Key(Permissions.All);
        (await _quire.ClientFor(key).Get("/api/v1/me")).Should(HttpStatusCode.OK);
        (await _quire.Client.Send("DELETE", $"/api/v1/orgs/main/keys/{KeySecret.IdOf(key)}")).Should(HttpStatusCode.NoContent);
        await Expect(_quire.ClientFor(key), Protected, 401, "unauthenticated");
    }

    [Fact]
    public async Task An_expired_key_opens_nothing() =>
        await Expect(_quire.ClientFor(await _quire.Key(Permissions.All, expires: TimeProvider.System.GetUtcNow().AddSeconds(-1))), Protected, 401, "unauthenticated");

    [Fact]
    public async Task A_key_without_just_the_permission_of_a_route_answers_403()
    {
        foreach (var group in Protected.Where(route => route.Access.Required != Permissions.None).GroupBy(route => route.Access.Required!.Value))
            await Expect(await _quire.ClientWith(Permissions.All & ~group.Key), group, 403, "forbidden");
    }

    [Fact]
    public async Task The_key_of_another_organisation_finds_nothing_and_hears_the_same_as_of_one_that_never_existed()
    {
        var client = _quire.ClientFor(await KeyOfAnotherOrganisation());
        var routes = Protected.Where(route => route.Pattern.Contains("{organisation}")).ToList();
        await Expect(client, routes, 404, "organisation_not_found");
        foreach (var route in routes)
        {
            var real = await client.Send(route.Method, route.Url());
            var invented = await client.Send(route.Method, route.Url(organisation: "nowhere"));
            invented.Text.Replace("nowhere", "main").ShouldBe(real.Text, route.ToString());
            invented.Header("Content-Length").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_project_that_a_key_does_not_reach_is_the_same_as_one_that_never_existed()
    {
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "other" })).Should(HttpStatusCode.Created);
        var client = await _quire.ClientWith(Permissions.All, projects: ["other"]);
        var routes = Protected.Where(route => route.Pattern.Contains("{project}")).ToList();
        await Expect(client, routes, 404, "project_not_found");
        foreach (var route in routes)
            (await client.Send(route.Method, route.Url(project: "invented"))).Text.Replace("invented", "prompts").ShouldBe((await client.Send(route.Method, route.Url())).Text);
    }

    [Fact]
    public async Task A_key_bound_to_tenants_is_refused_where_a_whole_project_is_shown()
    {
        var bound = Protected.Where(route => route.IsWholeProject).ToList();
        bound.Select(route => route.Pattern).ShouldContain(pattern => pattern.EndsWith("/tree", StringComparison.Ordinal));
        await Expect(await _quire.ClientWith(Permissions.All, tenants: ["acme"]), bound, 403, "forbidden");
    }

    [Fact]
    public void No_route_that_shows_trees_commits_or_branches_is_open_to_keys_bound_to_tenants()
    {
        string[] shows = ["/tree", "/commits", "/commits/{commit}", "/branches", "/branches/{branch}", "/history", "/verify"];
        _routes.Where(route => shows.Any(end => route.Pattern.EndsWith(end, StringComparison.Ordinal))).ShouldAllBe(route => route.IsWholeProject);
    }

    [Theory]
    [InlineData("bearer ")]
    [InlineData("BEARER ")]
    public async Task The_scheme_is_read_whatever_its_case(string scheme)
    {
        var reply = await _quire.ClientFor(null).Get("/api/v1/me", ("Authorization", scheme + _quire.Owner));
        reply.Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_sent_twice_or_by_another_scheme_is_no_key()
    {
        (await _quire.Raw($"GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_quire.Owner}\r\nAuthorization: Bearer {_quire.Owner}\r\nConnection: close\r\n\r\n"))
            .ShouldStartWith("HTTP/1.1 401");
        (await _quire.ClientFor(null).Get("/api/v1/me", ("Authorization", "Basic " + _quire.Owner))).ShouldFail(401, "unauthenticated");
        (await _quire.ClientFor(null).Get("/api/v1/me?key=" + _quire.Owner)).ShouldFail(401, "unauthenticated");
    }

    private IEnumerable<KnownRoute> Protected => _routes.Where(route => route.Access.Required is not null);

    private static async Task Expect(HttpClient client, IEnumerable<KnownRoute> routes, int status, string code)
    {
        var all = routes.ToList();
        all.ShouldNotBeEmpty();
        foreach (var route in all)
        {
            var reply = await client.Send(route.Method, route.Url());
            ((int)reply.Status).ShouldBe(status, $"{route}: {reply.Text}");
            if (route is { Method: not "HEAD", SpeaksOurs: true })
                reply.Code.ShouldBe(code, $"{route}: {reply.Text}");
        }
    }

    private async Task<string> KeyOfAnotherOrganisation()
    {
        var other = await _quire.Store.Write(session => session.Organisations.Add("other", TimeProvider.System.GetUtcNow()));
        return (await _quire.Services.GetRequiredService<KeyService>().EnsureOwner(other))!.Secret;
    }

    private sealed record KnownRoute(string Method, string Pattern, Access Access, bool IsWholeProject, bool SpeaksOurs)
    {
        public static IEnumerable<KnownRoute> Of(RouteEndpoint endpoint) =>
            (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new KnownRoute(
                method, endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<Access>()!, endpoint.Metadata.GetMetadata<WholeProject>() is not null, endpoint.Metadata.GetMetadata<Protocol>() is null or Quire.AspNetCore.Git.GitProtocol));

        public string Url(string organisation = "main", string project = "prompts") => Pattern
            .Replace("{organisation}", organisation).Replace("{project}", project).Replace("{path}", "support%2Fanswer").Replace("{version}", "1")
            .Replace("{alias}", "production").Replace("{branch}", "main").Replace("{tag}", "v1").Replace("{commit}", "abcd").Replace("{key}", "0123").Replace("{**rest}", "v1/nothing");

        public override string ToString() => $"{Method} {Pattern}";
    }
}
