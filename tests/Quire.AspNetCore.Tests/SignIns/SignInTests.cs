using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Testing.Time;

namespace Quire.AspNetCore.Tests.SignIns;

public sealed class SignInTests
{
    private const string Session = "/api/v1/session";
    private const string Me = "/api/v1/me";
    private static readonly (string, string) Studio = ("Quire-Studio", "1");

    [Fact]
    public async Task A_key_becomes_a_cookie_that_no_script_can_read_and_no_other_site_can_send()
    {
        await using var quire = await RunningQuire.Start();
        var reply = await SignIn(quire, quire.Owner);
        reply.Json.GetProperty("organisation").GetString().ShouldBe("main");
        var cookie = reply.Header("Set-Cookie")!;
        foreach (var flag in (string[])["httponly", "samesite=strict", "path=/", "max-age=1209600"])
            cookie.ShouldContain(flag, Case.Insensitive);
        cookie.ShouldNotContain("qk_");
        reply.Text.ShouldNotContain(quire.Owner);
        var me = await quire.ClientFor(null).Get(Me, Cookie(reply));
        me.Should(HttpStatusCode.OK).Json.GetProperty("organisation").GetString().ShouldBe("main");
    }

    [Fact]
    public async Task A_key_that_opens_nothing_signs_nobody_in()
    {
        await using var quire = await RunningQuire.Start();
        var reply = await quire.ClientFor(null).Send("POST", Session, new { key = KeySecret.Create().Text }, Studio);
        reply.ShouldFail(401, "unauthenticated");
        reply.Header("Set-Cookie").ShouldBeNull();
        (await quire.ClientFor(null).Get(Me, ("Cookie", $"quire_session={new string('a', 64)}"))).ShouldFail(401, "unauthenticated");
        (await quire.ClientFor(null).Get(Me, ("Cookie", "quire_session=short"))).ShouldFail(401, "unauthenticated");
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Another_site_can_neither_read_nor_write_with_the_cookie(string site)
    {
        await using var quire = await RunningQuire.Start();
        var cookie = Cookie(await SignIn(quire, quire.Owner));
        (await quire.ClientFor(null).Get(Me, cookie, ("Sec-Fetch-Site", site))).ShouldFail(403, "cross_site");
        (await quire.ClientFor(null).Send("POST", "/api/v1/orgs/main/projects", new { name = "stolen" }, cookie, Studio, ("Sec-Fetch-Site", site))).ShouldFail(403, "cross_site");
        (await quire.ClientFor(null).Send("POST", Session, new { key = quire.Owner }, Studio, ("Sec-Fetch-Site", site))).ShouldFail(403, "cross_site");
    }

    [Fact]
    public async Task A_write_with_the_cookie_needs_the_header_that_a_foreign_form_cannot_send()
    {
        await using var quire = await RunningQuire.Start();
        var cookie = Cookie(await SignIn(quire, quire.Owner));
        (await quire.ClientFor(null).Send("POST", "/api/v1/orgs/main/projects", new { name = "mine" }, cookie)).ShouldFail(403, "cross_site");
        (await quire.ClientFor(null).Send("POST", "/api/v1/orgs/main/projects", new { name = "mine" }, cookie, Studio)).Should(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Whoever_signs_out_is_out_even_with_a_copy_of_the_cookie()
    {
        await using var quire = await RunningQuire.Start();
        var cookie = Cookie(await SignIn(quire, quire.Owner));
        (await quire.ClientFor(null).Send("DELETE", Session, null, cookie)).ShouldFail(403, "cross_site");
        (await quire.ClientFor(null).Send("DELETE", Session, null, cookie, Studio)).Should(HttpStatusCode.NoContent);
        (await quire.ClientFor(null).Get(Me, cookie)).ShouldFail(401, "unauthenticated");
    }

    [Fact]
    public async Task A_revoked_key_ends_what_was_signed_in_with_it()
    {
        await using var quire = await RunningQuire.Start();
        var signedIn = await SignIn(quire, await quire.Key(Permissions.Read));
        (await quire.ClientFor(null).Get(Me, Cookie(signedIn))).Should(HttpStatusCode.OK);
        var id = signedIn.Json.GetProperty("key").GetString();
        (await quire.Client.Send("DELETE", $"/api/v1/orgs/main/keys/{id}")).Should(HttpStatusCode.NoContent);
        (await quire.ClientFor(null).Get(Me, Cookie(signedIn))).ShouldFail(401, "unauthenticated");
    }

    [Fact]
    public async Task A_browser_may_do_what_its_key_may_and_no_more()
    {
        await using var quire = await RunningQuire.Start();
        var cookie = Cookie(await SignIn(quire, await quire.Key(Permissions.Read)));
        (await quire.ClientFor(null).Get("/api/v1/orgs/main/projects", cookie)).Should(HttpStatusCode.OK);
        (await quire.ClientFor(null).Send("POST", "/api/v1/orgs/main/projects", new { name = "mine" }, cookie, Studio)).ShouldFail(403, "forbidden");
    }

    [Fact]
    public async Task After_fourteen_days_one_signs_in_again()
    {
        var clock = new ManualClock();
        await using var quire = await RunningQuire.Start(options => options with { Time = clock });
        var cookie = Cookie(await SignIn(quire, quire.Owner));
        clock.Jump(SignInService.Lifetime - TimeSpan.FromSeconds(1));
        (await quire.ClientFor(null).Get(Me, cookie)).Should(HttpStatusCode.OK);
        clock.Jump(TimeSpan.FromSeconds(1));
        (await quire.ClientFor(null).Get(Me, cookie)).ShouldFail(401, "unauthenticated");
    }

    private static async Task<Reply> SignIn(RunningQuire quire, string key) =>
        (await quire.ClientFor(null).Send("POST", Session, new { key }, Studio)).Should(HttpStatusCode.OK);

    private static (string, string) Cookie(Reply signedIn) => ("Cookie", signedIn.Header("Set-Cookie")!.Split(';')[0]);
}
