using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Library;

public sealed class FolderTests(Browsers browsers)
{
    [Fact]
    public async Task What_is_dragged_to_a_folder_moves_there_with_its_number_and_back_by_the_toast()
    {
        await using var server = await Filled();
        await using var visit = await Visit.SignedIn(browsers, server);
        var shelf = await Shelf.Open(visit);
        await shelf.Select("a/one").ClickAsync();
        await shelf.Select("a/two").ClickAsync();
        await shelf.Row("a/one").DragToAsync(shelf.Folder("b"));
        await Expect(shelf.Row("b/one")).ToContainTextAsync("v2");
        await Expect(shelf.Row("b/two")).ToBeVisibleAsync();
        await Expect(shelf.Folder("b")).ToContainTextAsync("3");
        await Expect(visit.Page.GetByText("Moved 2 prompts to b")).ToBeVisibleAsync();
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/a%2Fone")).GetProperty("path").GetString().ShouldBe("b/one", "the old path leads to the new one");

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(shelf.Row("a/one")).ToContainTextAsync("v2");
        await Expect(shelf.Row("b/one")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_something_is_in_the_way_nothing_moves_and_it_is_named()
    {
        await using var server = await Filled();
        await server.Commit(("b/one.prompt.yml", "messages:\n  - { role: user, content: Hi }\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var shelf = await Shelf.Open(visit);
        await shelf.Select("a/one").ClickAsync();
        await shelf.Select("a/two").ClickAsync();
        await visit.Page.Keyboard.PressAsync("m");
        await visit.Page.GetByLabel("Folder", new PageGetByLabelOptions { Exact = true }).FillAsync("b");
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Move" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a prompt b/one already.");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(shelf.Row("a/two")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_tree_is_walked_and_opened_with_arrows()
    {
        await using var server = await Filled();
        await using var visit = await Visit.SignedIn(browsers, server);
        var shelf = await Shelf.Open(visit);
        await visit.Page.GetByRole(AriaRole.Treeitem).First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(shelf.Folder("deep")).Not.ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(shelf.Folder("deep")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("1 of 4 prompts")).ToBeVisibleAsync();
        await Expect(shelf.Row("a/deep/three")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_folder_is_dragged_into_another_with_everything_in_it()
    {
        await using var server = await Filled();
        await using var visit = await Visit.SignedIn(browsers, server);
        var shelf = await Shelf.Open(visit);
        await shelf.Folder("a").DragToAsync(shelf.Folder("b"));
        await Expect(shelf.Row("b/a/deep/three")).ToBeVisibleAsync();
        await Expect(shelf.Row("b/a/one")).ToContainTextAsync("v2");
    }

    private static async Task<StudioServer> Filled()
    {
        var server = await StudioServer.Start();
        await server.Commit(("a/one.prompt.md", "One"), ("a/two.prompt.md", "Two"), ("a/deep/three.prompt.md", "Three"), ("b/four.prompt.md", "Four"));
        await server.Commit(("a/one.prompt.md", "One, again"));
        return server;
    }
}
