using System.Net;
using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Editing;

public sealed class OnABranchTests(Browsers browsers)
{
    private const string OnTry = "?branch=try%2Ftwo";

    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task A_branch_is_made_edited_and_committed_to_while_the_default_one_stays_and_is_merged(string mount)
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("notes/first.prompt.md", "Hello {{ name }}\n"));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount, IsDark = mount != "" });
        var desk = await Desk.Open(visit, "notes/first");
        await Branch(desk).SelectOptionAsync("New branch from here…");
        await desk.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Name", Exact = true }).FillAsync("try/two");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/notes/first{OnTry}");
        await Expect(Branch(desk)).ToHaveValueAsync("try/two");

        await desk.Append("and welcome");
        await Expect(desk.Preview).ToContainTextAsync("and welcome");
        await visit.ShouldBeAccessible();
        await desk.Commit("Welcome them");
        await desk.Sees("Committed notes/first to try/two");
        (await Source(server, "notes%2Ffirst?ref=try%2Ftwo")).ShouldBe("Hello {{ name }}\nand welcome");
        (await Source(server, "notes%2Ffirst")).ShouldBe("Hello {{ name }}\n");

        await Link(desk.Page, "History").ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/history/notes/first{OnTry}");
        await Expect(desk.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Commits of try/two" }).GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Welcome them");
        await visit.ShouldBeAccessible();
        await Link(desk.Page, "compare both texts").ClickAsync();
        await Expect(desk.Page.Locator("tr.added, td.added").First).ToBeVisibleAsync();
        await Link(desk.Page, "notes/first").ClickAsync();
        await desk.Has("and welcome");

        await Link(desk.Page, "Merge into main").ClickAsync();
        await desk.Press("Merge try/two into main");
        await desk.Page.WaitForURLAsync("**/changes/*");
        (await Source(server, "notes%2Ffirst")).ShouldBe("Hello {{ name }}\nand welcome");
    }

    [Fact]
    public async Task Each_branch_keeps_a_draft_of_its_own()
    {
        await using var server = await WithBranch(("note.prompt.md", "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "note");
        await desk.Append("typed on the default branch");
        await desk.IsKept();
        await Branch(desk).SelectOptionAsync("try/two");
        await Expect(desk.Source).Not.ToContainTextAsync("default branch");
        await desk.Append("typed on the other one");
        await desk.IsKept();

        await using var other = await Visit.SignedIn(browsers, server);
        await other.Go("/");
        var drafts = other.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Go on" }).GetByRole(AriaRole.Listitem);
        await Expect(drafts).ToHaveCountAsync(2);
        await drafts.Filter(new LocatorFilterOptions { HasText = "try/two" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(other.Page).ToHaveURLAsync($"{other.Root}/projects/prompts/edit/note{OnTry}");
        await Expect(other.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Source of the prompt" })).ToContainTextAsync("typed on the other one");

        await Branch(desk).SelectOptionAsync("main");
        await desk.Has("typed on the default branch");
        await desk.Page.ReloadAsync();
        await desk.Has("typed on the default branch");
        await desk.Commit("Say more");
        await desk.Sees("Committed version 2 of note");
        (await Source(server, $"note?ref=try%2Ftwo")).ShouldBe("Hello\n");
    }

    [Fact]
    public async Task Findings_names_and_the_preview_are_those_of_the_branch()
    {
        await using var server = await WithBranch(("answer.prompt.md", "You answer.\n"));
        await On(server, new { path = "answer.prompt.md", content = "You answer.\n{% merge_point \"tone\" %}{% endmerge_point %}\n" },
            new { path = "polite.prompt.md", content = "---\nextends: answer\nlayer: system\n---\n{% contribute \"tone\" %}Be polite.{% endcontribute %}\n" });
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, $"polite{OnTry}");
        await Expect(desk.Preview).ToContainTextAsync("You answer.");
        await Expect(desk.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "No findings" })).ToBeVisibleAsync();
        await desk.Append("{% contribute \"to");
        await Expect(desk.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "tone" })).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Press("Discard");

        await desk.Preview.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "You answer." }).ClickAsync();
        await desk.Preview.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/answer{OnTry}");
        await Expect(desk.Preview).ToContainTextAsync("Be polite.");
        await Branch(desk).SelectOptionAsync("main");
        await Expect(desk.Preview).Not.ToContainTextAsync("Be polite.");
        visit.Forgive();

        await desk.Page.GotoAsync($"{visit.Root}/projects/prompts/edit/polite");
        await desk.Sees("polite");
        await desk.Page.GotoAsync($"{visit.Root}/projects/prompts/edit/answer?branch=gone");
        await desk.Sees("There is no branch gone");
        visit.Forgive();
    }

    [Fact]
    public async Task A_prompt_is_made_moved_and_deleted_on_a_branch_and_the_default_one_has_none_of_it()
    {
        await using var server = await WithBranch(("note.prompt.md", "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, $"note{OnTry}");
        await desk.Append("typed");
        await desk.IsKept();
        await Choose(desk, "Rename or move…");
        await desk.Page.GetByLabel("New path").FillAsync("notes/first");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/notes/first{OnTry}");
        await desk.Has("typed");
        (await Source(server, "note")).ShouldBe("Hello\n");
        (await Source(server, "notes%2Ffirst?ref=try%2Ftwo")).ShouldBe("Hello\n");

        await Choose(desk, "Delete…");
        await desk.Press("Delete");
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/branches/try/two");
        await desk.Sees("deleted");
        await desk.Press("Undo");
        await desk.Has("typed");

        await Choose(desk, "New prompt…");
        await desk.Page.GetByLabel("Path", new PageGetByLabelOptions { Exact = true }).FillAsync("fresh");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/fresh{OnTry}");
        using var absent = await server.Client.GetAsync($"{StudioServer.Project}/prompts/fresh");
        absent.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_library_and_the_branches_lead_to_a_prompt_on_a_branch()
    {
        await using var server = await WithBranch(("note.prompt.md", "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 390, Height = 844 });
        await visit.Go("/projects/prompts");
        await Link(visit.Page, "note").ClickAsync(new LocatorClickOptions { Button = MouseButton.Right });
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Edit on a branch…" }).ClickAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "try/two" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/note{OnTry}");
        await visit.ShouldBeAccessible();
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390);

        await visit.Go("/projects/prompts/branches/try/two");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show all its prompts" }).ClickAsync();
        await Link(visit.Page, "Edit").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/note{OnTry}");
    }

    private static async Task<StudioServer> WithBranch((string Path, string Content) file)
    {
        var server = await StudioServer.Start();
        await server.Commit(file);
        var head = (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/branches/main")).GetProperty("head").GetString();
        await server.Send(HttpMethod.Put, $"{StudioServer.Project}/branches/try%2Ftwo", new { head });
        return server;
    }

    private static Task On(StudioServer server, params object[] changes) =>
        server.Send(HttpMethod.Post, $"{StudioServer.Project}/commits", new { branch = "try/two", message = "Try it", changes });

    private static async Task<string?> Source(StudioServer server, string address) =>
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/{address}")).GetProperty("source").GetString();

    private static ILocator Branch(Desk desk) => desk.Page.GetByRole(AriaRole.Main).GetByLabel("Branch", new LocatorGetByLabelOptions { Exact = true });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    private static async Task Choose(Desk desk, string item)
    {
        await desk.Press("More about this prompt");
        await desk.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = item }).ClickAsync();
    }
}
