using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Settings;

public sealed class KeyTests(Browsers browsers)
{
    [Fact]
    public async Task A_key_is_made_shown_once_and_revoked()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/settings/keys");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "New key" }).ClickAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("website");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create" }).ClickAsync();
        var secret = await visit.Page.GetByLabel("The new key").InnerTextAsync();
        (await Status(server, secret)).ShouldBe(HttpStatusCode.OK);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Close" }).Last.ClickAsync();
        (await visit.Page.ContentAsync()).ShouldNotContain(secret);
        await Expect(visit.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Keys" })).ToContainTextAsync("read, compose");

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Revoke website" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Revoke the key" }).ClickAsync();
        // Behind the question nothing counts as visible.
        await Expect(visit.Page.GetByRole(AriaRole.Alertdialog)).ToBeHiddenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Revoke website" })).Not.ToBeVisibleAsync();
        (await Status(server, secret)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Protecting_an_alias_and_asking_for_rules_hold_at_once()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/settings/aliases");
        await visit.Page.GetByLabel("Alias or pattern").FillAsync("prod*");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stop protecting prod*" })).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        await visit.Go("/settings/rules");
        await visit.Page.GetByLabel("Phrases that must not occur, one a line").FillAsync("as an ai");
        await visit.ShouldBeAccessible();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save the rules" }).ClickAsync();
        await Expect(visit.Page.GetByText("Changed the rules")).ToBeVisibleAsync();
        (await Should.ThrowAsync<HttpRequestException>(server.Commit(("x.prompt.md", "As an AI I say no")))).Message.ShouldContain("QP5002");
    }

    [Fact]
    public async Task The_theme_is_chosen_and_stays()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/settings/look");
        await visit.Page.GetByLabel("Dark", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visit.ShouldBeAccessible();
        await visit.Go("/help");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "What Quire is" })).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
    }

    private static async Task<HttpStatusCode> Status(StudioServer server, string key)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return (await client.GetAsync(new Uri("api/v1/me", UriKind.Relative))).StatusCode;
    }
}
