using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Library;

public sealed class CreatingTests(Browsers browsers)
{
    [Fact]
    public async Task A_new_prompt_opens_in_the_editor_and_stands_on_the_first_page()
    {
        await using var server = await StudioServer.Start();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts");
        await Expect(visit.Page.GetByText("No prompts yet")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.Keyboard.PressAsync("n");
        await visit.Page.GetByLabel("Path", new PageGetByLabelOptions { Exact = true }).FillAsync("mail/welcome");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/mail/welcome");
        await Expect(visit.Page.Locator(".cm-content")).ToBeVisibleAsync();
        await visit.Go("/");
        await Expect(visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Go on" }).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "mail/welcome" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_template_becomes_a_prompt()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("kit/mail.prompt.md", "---\nx-template: true\n---\nDear {{ name }}"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var shelf = await Shelf.Open(visit);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Actions for kit/mail" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Make a prompt of it" }).ClickAsync();
        await visit.Page.GetByLabel("Path of the new prompt").FillAsync("mail/first");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/mail/first");
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/mail%2Ffirst")).GetProperty("source").GetString()!.ShouldContain("kit/mail@1");
    }
}
