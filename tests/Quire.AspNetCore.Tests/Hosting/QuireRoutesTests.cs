using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Errors;
using Quire.Storage;

namespace Quire.AspNetCore.Tests.Hosting;

public sealed class QuireRoutesTests
{
    [Fact]
    public async Task Everything_stands_under_the_prefix_and_the_hosts_own_routes_stay_its_own()
    {
        await using var quire = await RunningQuire.Start(prefix: "/quire/", more: app =>
        {
            app.MapGet("/", () => "mine");
            app.MapGet("/api/v1/me", () => "mine too");
            app.MapFallback(() => "fallback");
        });
        (await quire.ClientFor(null).Get("/")).Text.ShouldBe("mine");
        (await quire.ClientFor(null).Get("/api/v1/me")).Text.ShouldBe("mine too");
        (await quire.ClientFor(null).Get("/elsewhere")).Text.ShouldBe("fallback");
        (await quire.Client.Get("/quire/api/v1/me")).Should(HttpStatusCode.OK);
        (await quire.ClientFor(null).Get("/quire/api/v1/me")).ShouldFail(401, "unauthenticated");
        (await quire.Client.Send("POST", "/quire" + Sending.Project + "/commits", new { message = "x", changes = new[] { new { path = "support/answer.prompt.md", content = "Hello" } } })).Should(HttpStatusCode.Created);
        (await quire.Client.Get("/quire" + Sending.Project + "/prompts/support%2Fanswer")).Should(HttpStatusCode.OK);
        (await quire.RawGet("/quire" + Sending.Project + "/prompts/support%252Fanswer")).ShouldStartWith("HTTP/1.1 400");
        (await quire.ClientFor(null).Get("/quire/openapi/v1.json")).Text.ShouldNotContain("mine");
    }

    [Fact]
    public async Task A_path_base_of_the_host_is_no_part_of_the_prompts_path()
    {
        await using var quire = await RunningQuire.Start(more: app => app.UsePathBase("/base/deep"));
        await quire.Commit(("support/answer.prompt.md", "Hello"));
        (await quire.RawGet("/base/deep" + Sending.Project + "/prompts/support%2Fanswer")).ShouldStartWith("HTTP/1.1 200");
        (await quire.RawGet(Sending.Project + "/prompts/support%2Fanswer")).ShouldStartWith("HTTP/1.1 200");
    }

    [Fact]
    public async Task A_route_without_a_declared_permission_stops_the_start()
    {
        await using var store = StoreFactory.Open(StoreFactory.Memory, TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddQuire(new QuireOptions { Store = store });
        await using var app = builder.Build();
        var group = (RouteGroupBuilder)app.MapQuire();
        group.MapGet("/api/v1/backdoor", () => "open");
        var error = Should.Throw<InvalidOperationException>(() => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList());
        error.Message.ShouldContain("/api/v1/backdoor");
        error.Message.ShouldContain("declares no permission");
    }

    [Fact]
    public void Routes_without_services_say_what_is_missing()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        Should.Throw<InvalidOperationException>(() => app.MapQuire()).Message.ShouldContain("AddQuire");
    }

    [Fact]
    public async Task Wrong_settings_refuse_to_start_and_name_the_key_and_the_fix()
    {
        await using var store = StoreFactory.Open(StoreFactory.Memory, TimeProvider.System);
        var good = new QuireOptions { Store = store };
        foreach (var (options, key) in new (QuireOptions, string)[]
        {
            (good with { AllowedHosts = ["http://x"] }, "AllowedHosts"),
            (good with { AllowedHosts = ["x:80"] }, "AllowedHosts"),
            (good with { AllowedHosts = ["a/b"] }, "AllowedHosts"),
            (good with { AllowedHosts = [""] }, "AllowedHosts"),
            (good with { SequenceWait = TimeSpan.FromSeconds(-1) }, "SequenceWait"),
            (good with { SequenceWait = TimeSpan.FromMinutes(2) }, "SequenceWait"),
            (good with { FeedHeartbeat = TimeSpan.Zero }, "FeedHeartbeat"),
            (good with { FeedHeartbeat = TimeSpan.FromHours(1) }, "FeedHeartbeat"),
            (good with { ProcessKey = new ProcessKey("weak", 1, "main") }, "ProcessKey"),
        })
        {
            var error = Should.Throw<QuireException>(() => new ServiceCollection().AddQuire(options)).Error;
            error.Code.ShouldBe("invalid_setting");
            error.Kind.ShouldBe(ErrorKind.Invalid);
            error.Message.ShouldContain(key);
            error.Hint.ShouldNotBeNull();
        }
        foreach (var host in (string[])["*", "prompts.example.com", "192.168.0.7", "[::1]", "::1"])
            Should.NotThrow(() => new ServiceCollection().AddQuire(good with { AllowedHosts = [host] }));
    }

    [Fact]
    public async Task The_key_of_the_process_owns_everything_and_is_stored_nowhere()
    {
        var key = "";
        await using var quire = await RunningQuire.Start(processKey: organisation =>
        {
            var made = ProcessKey.Create(organisation);
            key = made.Secret;
            made.ToString().ShouldNotContain(key);
            return made;
        });
        var me = (await quire.ClientFor(key).Get("/api/v1/me")).Should(HttpStatusCode.OK).Json;
        me.GetProperty("key").GetString().ShouldBe("process");
        me.GetProperty("organisation").GetString().ShouldBe("main");
        (await quire.ClientFor(key).Get("/api/v1/orgs/main/keys")).Should(HttpStatusCode.OK).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await quire.Client.Get("/api/v1/me")).Should(HttpStatusCode.OK);
        (await quire.ClientFor(key[..^1] + (key[^1] == '0' ? '1' : '0')).Get("/api/v1/me")).ShouldFail(401, "unauthenticated");
    }

    [Fact]
    public async Task Answers_carry_the_headers_that_keep_them_from_caches_and_guesses()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("a.prompt.md", "A"));
        foreach (var url in (string[])["/api/v1/me", $"{Sending.Project}/prompts", "/api/v1/nothing", "/health"])
        {
            var reply = await quire.Client.Get(url);
            reply.Header("X-Content-Type-Options").ShouldBe("nosniff", url);
            reply.Header("Cache-Control").ShouldBe("no-store", url);
            reply.Header("Access-Control-Allow-Origin").ShouldBeNull(url);
        }
        (await quire.Client.Get($"{Sending.Project}/prompts/a")).Header("Cache-Control").ShouldBe("no-cache, private");
        (await quire.Client.Send("OPTIONS", "/api/v1/me", null, ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "GET"))).ShouldFail(405, "method_not_allowed");
    }

    [Fact]
    public async Task An_unauthenticated_answer_says_how_to_authenticate()
    {
        await using var quire = await RunningQuire.Start();
        (await quire.ClientFor(null).Get("/api/v1/me")).ShouldFail(401, "unauthenticated").Header("WWW-Authenticate").ShouldBe("Bearer realm=\"quire\"");
    }
}
