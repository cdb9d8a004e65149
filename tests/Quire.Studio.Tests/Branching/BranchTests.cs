using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Branching;

public sealed class BranchTests(Browsers browsers)
{
    private const string Branches = "/projects/prompts/branches";

    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task A_branch_is_made_its_conflict_is_settled_piece_by_piece_and_it_is_merged(string mount)
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", "One.\nTwo.\nThree.\n"));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        await visit.Go(Branches);
        await Button(visit, "New branch").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Name", Exact = true }).FillAsync("trial");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("same as main")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();

        await On(server, "trial", "One.\nTwo, tried.\nThree.\n");
        await On(server, "main", "One.\nTwo, as it is.\nThree.\n");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByText("1 ahead, 1 behind")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Merge into main" }).ClickAsync();
        await Expect(visit.Page.GetByText("trial has 1 commit that main has not, and main has 1 commit that trial has not.")).ToBeVisibleAsync();
        await Expect(Button(visit, "Merge trial into main")).ToBeDisabledAsync();
        await visit.ShouldBeAccessible();
        await Button(visit, "Take both").ClickAsync();
        await Button(visit, "Merge trial into main").ClickAsync();
        await visit.Page.WaitForURLAsync("**/changes/*");
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/answer")).GetProperty("source").GetString().ShouldBe("One.\nTwo, as it is.\nTwo, tried.\nThree.\n");
    }

    [Fact]
    public async Task A_branch_is_renamed_protected_and_deleted_and_each_has_a_way_back()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", "One.\n"));
        await On(server, "trial", "Two.\n");
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go(Branches);
        await Do(visit, "trial", "Rename…");
        await visit.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Name", Exact = true }).FillAsync("proof");
        await Button(visit, "Rename").ClickAsync();
        await Expect(Row(visit, "proof")).ToBeVisibleAsync();
        await Do(visit, "proof", "Protect");
        await Expect(Row(visit, "proof").GetByText("protected")).ToBeVisibleAsync();
        await Do(visit, "proof", "Lift its protection");
        await Expect(Row(visit, "proof").GetByText("protected")).ToHaveCountAsync(0);
        await Do(visit, "proof", "Delete…");
        await Expect(visit.Page.GetByText("One commit is on it that main has not.")).ToBeVisibleAsync();
        await Button(visit, "Delete").ClickAsync();
        await Expect(Row(visit, "proof")).ToHaveCountAsync(0);
        await visit.Page.Locator(".toast", new PageLocatorOptions { HasTextString = "Deleted the branch" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(Row(visit, "proof")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_branch_lists_what_differs_from_the_default_one()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", "One.\n"), ("same.prompt.md", "Same.\n"));
        await On(server, "try/two", "Two.\n");
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { IsDark = true });
        await visit.Go($"{Branches}/try/two");
        await Button(visit, "answer").ClickAsync();
        await Expect(visit.Page.Locator("tr.added", new PageLocatorOptions { HasTextString = "Two." })).ToBeVisibleAsync();
        await Expect(Row(visit, "same")).ToHaveCountAsync(0);
        await visit.ShouldBeAccessible();
        await Button(visit, "All prompts").ClickAsync();
        await Expect(Row(visit, "same")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_commit_is_found_in_the_changes_by_keyboard_and_reverted()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", "One.\n"));
        await server.Commit(("answer.prompt.md", "Two.\n"));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 390, Height = 844 });
        await visit.Go("/projects/prompts/changes");
        await Expect(visit.Page.Locator("[data-entry]")).ToHaveCountAsync(2);
        await visit.ShouldBeAccessible();
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("tr.added", new PageLocatorOptions { HasTextString = "Two." })).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        await Button(visit, "Revert").ClickAsync();
        await Button(visit, "Revert on main").ClickAsync();
        await Expect(visit.Page.Locator("tr.added", new PageLocatorOptions { HasTextString = "One." })).ToBeVisibleAsync();
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/answer")).GetProperty("source").GetString().ShouldBe("One.\n");
    }

    [Fact]
    public async Task A_commit_is_applied_to_another_branch_after_its_conflict_is_settled()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", "One.\n"));
        await On(server, "trial", "Tried.\n");
        await server.Commit(("answer.prompt.md", "Two.\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/changes");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Test" }).First.ClickAsync();
        await Button(visit, "Apply elsewhere").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByLabel("Branch", new() { Exact = true }).SelectOptionAsync("trial");
        await Button(visit, "Take this commit").ClickAsync();
        await visit.ShouldBeAccessible();
        await Button(visit, "Apply to trial").ClickAsync();
        await Expect(visit.Page.GetByText("on trial")).ToBeVisibleAsync();
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/answer?ref=trial")).GetProperty("source").GetString().ShouldBe("Two.\n");
    }

    private static Task On(StudioServer server, string branch, string content) =>
        server.Send(HttpMethod.Post, $"{StudioServer.Project}/commits", new { branch, message = $"Change {branch}", changes = new[] { new { path = "answer.prompt.md", content } } });

    private static async Task Do(Visit visit, string branch, string action)
    {
        await Button(visit, $"More about {branch}").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = action, Exact = true }).ClickAsync();
    }

    private static ILocator Row(Visit visit, string branch) => visit.Page.GetByRole(AriaRole.Listitem, new PageGetByRoleOptions { Name = branch, Exact = true });

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
