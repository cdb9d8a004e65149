using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Sets;

public sealed class SetsTests(Browsers browsers)
{
    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task A_set_is_made_changed_and_removed_and_its_prompts_stay(string mount)
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        await visit.Go("/projects/prompts/sets");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New set" }).ClickAsync();
        var sheet = visit.Page.GetByRole(AriaRole.Dialog);
        await sheet.GetByLabel("Name").FillAsync("care");
        await sheet.GetByLabel("Folder").FillAsync("support/layers");
        await Expect(sheet.GetByRole(AriaRole.Status)).ToContainTextAsync("Holds 7 prompts now");
        await visit.ShouldBeAccessible();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Make the set" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.List, new() { Name = "Prompts of the set" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(7);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await sheet.GetByLabel("Version of the next release").FillAsync("1.4.0");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Commit" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Its quire.json" })).ToContainTextAsync("\"version\": \"1.4.0\"");
        await visit.ShouldBeAccessible();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Remove the set" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "No prompt sets yet" })).ToBeVisibleAsync();
        visit.Page.Url.ShouldBe($"{visit.Root}/projects/prompts/sets");
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts?limit=1")).GetProperty("total").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task A_set_inside_another_is_refused_and_what_was_typed_stays()
    {
        await using var server = await StudioServer.StartDemo();
        await server.Send(HttpMethod.Put, $"{StudioServer.Project}/sets/care", new { folder = "support" });
        await using var visit = await Visit.SignedIn(browsers, server);
        visit.Allow(422);
        await visit.Go("/projects/prompts/sets");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "care", Exact = true })).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("n");
        var sheet = visit.Page.GetByRole(AriaRole.Dialog);
        await sheet.GetByLabel("Name").FillAsync("layers");
        await sheet.GetByLabel("Folder").FillAsync("support/layers");
        await sheet.GetByLabel("What it is for").FillAsync("Only the layers");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Make the set" }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Alert)).ToContainTextAsync("would lie inside the one in 'support'");
        await Expect(sheet.GetByLabel("What it is for")).ToHaveValueAsync("Only the layers");
    }
}
