using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Library;

public sealed class SelectionTests(Browsers browsers)
{
    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task Several_prompts_are_tagged_at_once_and_the_toast_leads_back(string mount)
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        var shelf = await Shelf.Open(visit);
        await shelf.Select("support/answer").ClickAsync();
        await shelf.Select("support/layers/acme").ClickAsync(new LocatorClickOptions { Modifiers = [KeyboardModifier.Shift] });
        await Expect(visit.Page.GetByText("3 prompts selected")).ToBeVisibleAsync();

        await visit.Page.Keyboard.PressAsync("t");
        await visit.ShouldBeAccessible();
        await visit.Page.GetByLabel("Add tags, between commas").FillAsync("reviewed, winter");
        await visit.Page.GetByLabel("support", new PageGetByLabelOptions { Exact = false }).Last.UncheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Change tags" }).ClickAsync();
        await Expect(shelf.Facet("Tags", "winter 3")).ToBeVisibleAsync();
        (await TagsOf(server, "support%2Flayers%2Facme")).ShouldBe(["reviewed", "winter"], ignoreOrder: true);

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(shelf.Facet("Tags", "winter 3")).Not.ToBeVisibleAsync();
        await Expect(shelf.Facet("Tags", "support 2")).ToBeVisibleAsync();
        (await TagsOf(server, "support%2Fanswer")).ShouldBe(["support", "customer-facing"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_alias_is_moved_on_many_after_one_saw_what_that_changes()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var shelf = await Shelf.Open(visit);
        await visit.Page.GetByLabel("Select all 9 prompts").ClickAsync();
        await visit.Page.Keyboard.PressAsync("a");
        await visit.Page.GetByRole(AriaRole.Dialog).GetByLabel("Alias", new LocatorGetByLabelOptions { Exact = true }).FillAsync("production");
        await Expect(visit.Page.GetByText("v2 → v3")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move the alias" }).ClickAsync();
        await Expect(shelf.Row("support/answer")).ToContainTextAsync("production 3");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(shelf.Row("support/answer")).ToContainTextAsync("production 2");
    }

    [Fact]
    public async Task Deleted_prompts_come_back_by_the_toast_and_from_the_trash_with_their_aliases()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var shelf = await Shelf.Open(visit);
        await shelf.Select("support/handover").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Delete");
        await Expect(shelf.Row("support/handover")).Not.ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(shelf.Row("support/handover")).ToContainTextAsync("production");

        await shelf.Row("support/handover").ClickAsync(new LocatorClickOptions { Button = MouseButton.Right });
        await visit.ShouldBeAccessible();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await Expect(shelf.Row("support/handover")).Not.ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Deleted" }).ClickAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Restore support/handover" }).ClickAsync();
        await Expect(visit.Page.GetByText("Nothing is deleted")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Back to the library" }).ClickAsync();
        await Expect(shelf.Row("support/handover")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tags_and_category_are_edited_where_they_stand()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 1600 });
        var shelf = await Shelf.Open(visit);
        await shelf.Row("support/answer").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Tags of support/answer" }).ClickAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await visit.Page.Keyboard.TypeAsync(", fresh");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(shelf.Facet("Tags", "fresh 1")).ToBeVisibleAsync();
        await shelf.Row("support/layers/acme").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Category of support/layers/acme" }).ClickAsync();
        await visit.Page.Keyboard.TypeAsync("shops");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(shelf.Facet("Categories", "shops 1")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.ReloadAsync();
        await Expect(shelf.Row("support/layers/acme")).ToContainTextAsync("shops");
    }

    private static async Task<string?[]> TagsOf(StudioServer server, string path) =>
        [.. (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/{path}")).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString())];
}
