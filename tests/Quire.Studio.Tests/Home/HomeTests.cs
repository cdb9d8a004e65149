using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Home;

public sealed class HomeTests(Browsers browsers)
{
    [Theory]
    [InlineData("", 1280)]
    [InlineData(StudioServer.Mount, 390)]
    public async Task The_first_page_says_what_changed_and_by_whom(string mount, int width)
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount, Width = width });
        await visit.Go("/");
        var changed = visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "What changed in prompts" });
        await Expect(changed.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await Expect(changed.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Maya Lindqvist");
        await Expect(visit.Page.GetByText("Nothing yet. What programs read")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_project_is_made_and_begins_with_an_import()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "New project" }).ClickAsync();
        await visit.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("newsletters");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/newsletters/import");
        await visit.Go("/projects");
        await Expect(visit.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Projects" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await visit.ShouldBeAccessible();
    }
}
