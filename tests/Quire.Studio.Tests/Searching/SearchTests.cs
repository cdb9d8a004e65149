using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Searching;

public sealed class SearchTests(Browsers browsers)
{
    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task What_no_name_has_is_found_in_the_texts_and_opens(string mount)
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        await visit.Go("/projects/prompts");
        await visit.Page.GetByLabel("Search the prompts").FillAsync("telephone");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Search the texts for" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/search?q=telephone");
        var hits = visit.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Found prompts" });
        await Expect(hits.Locator("mark").First).ToHaveTextAsync("telephone");
        await visit.ShouldBeAccessible();
        await hits.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "support/layers/globex" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/support/layers/globex");
    }

    [Fact]
    public async Task Typing_searches_and_the_address_says_what_was_asked()
    {
        await using var server = await StudioServer.StartDemo();
        await server.Send(HttpMethod.Post, "api/v1/orgs/main/projects", new { name = "other" });
        await server.Send(HttpMethod.Post, "api/v1/orgs/main/projects/other/commits",
            new { message = "Test", changes = new[] { new { path = "elsewhere.prompt.md", content = "A customer from elsewhere" } } });
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/search");
        await Expect(visit.Page.GetByLabel("Search the texts of all projects")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("customer elsewhere");
        var hits = visit.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Found prompts" });
        await Expect(hits.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(hits).ToContainTextAsync("other");
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/search?q=customer+elsewhere");
        await visit.Page.GetByLabel("Search the texts of all projects").FillAsync("nothinghasthis");
        await Expect(visit.Page.GetByText("Nothing has these words")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Filters" }).ClickAsync();
        await visit.Page.GetByLabel("Search the texts of all projects").FillAsync("");
        await visit.Page.GetByLabel("Layer", new() { Exact = true }).FillAsync("tenant");
        await Expect(hits.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
    }
}
