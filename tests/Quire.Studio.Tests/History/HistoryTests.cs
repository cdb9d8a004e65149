using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.History;

public sealed class HistoryTests(Browsers browsers)
{
    private const string Screen = "/projects/prompts/history/support/answer";

    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task An_alias_is_moved_by_its_menu_after_it_was_told_what_changes_for_whom(string mount)
    {
        await using var server = await StudioServer.StartDemo();
        await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/support%2Fanswer?alias=production");
        // A read is counted for good when the process writes its counters down.
        await server.Stop();
        await server.Resume();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        await visit.Go(Screen);
        await visit.ShouldBeAccessible();
        await Button(visit, "Alias production").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Move to 3, the latest…" }).ClickAsync();
        var sheet = visit.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Move production" });
        await Expect(sheet.GetByText("Model setting temperature changed from 0.3 to 0.2")).ToBeVisibleAsync();
        await Expect(sheet.GetByText("1 read as production in the last 30 days, by 1 key.")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        await sheet.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Move production to 3" }).ClickAsync();
        await Expect(Entry(visit, 3).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Alias production" })).ToBeVisibleAsync();
        await Button(visit, "Undo").ClickAsync();
        await Expect(Entry(visit, 2).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Alias production" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_flag_that_is_dragged_asks_before_it_moves()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go(Screen);
        await Button(visit, "Alias staging").DragToAsync(Entry(visit, 1));
        await Button(visit, "Move staging to 1").ClickAsync();
        await Expect(Entry(visit, 1).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Alias staging" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_are_called_by_their_names_where_these_may_be_seen()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("a.prompt.md", "Hello\n"));
        var made = await server.Send(HttpMethod.Post, "api/v1/orgs/main/keys", new { name = "website", permissions = new[] { "read", "write" } });
        using var website = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, $"{StudioServer.Project}/commits"))
        {
            Content = JsonContent.Create(new { message = "Test", changes = new[] { new { path = "a.prompt.md", content = "Hello again\n" } } }),
        };
        website.Headers.Authorization = new AuthenticationHeaderValue("Bearer", made.GetProperty("key").GetString());
        using var client = new HttpClient();
        (await client.SendAsync(website)).EnsureSuccessStatusCode();

        await using (var visit = await Visit.SignedIn(browsers, server))
        {
            await visit.Go("/projects/prompts/history/a");
            await Expect(Entry(visit, 1)).ToContainTextAsync("owner,");
            await Expect(Entry(visit, 2)).ToContainTextAsync("website,");
        }

        await using var other = await Visit.SignedIn(browsers, server, new VisitOptions { Key = made.GetProperty("key").GetString() });
        await other.Go("/projects/prompts/history/a");
        await Expect(Entry(other, 2)).ToContainTextAsync("website,");
        await Expect(Entry(other, 1)).Not.ToContainTextAsync("owner");
    }

    [Fact]
    public async Task A_protected_alias_is_refused_with_the_reason()
    {
        await using var server = await StudioServer.StartDemo();
        await server.Send(HttpMethod.Put, $"{StudioServer.Project}/protected-aliases/prod*");
        var key = (await server.Send(HttpMethod.Post, "api/v1/orgs/main/keys", new { name = "writer", permissions = new[] { "read", "write" } })).GetProperty("key").GetString()!;
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Key = key });
        await visit.Go(Screen);
        await Button(visit, "Alias production").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Move to 3, the latest…" }).ClickAsync();
        await Expect(visit.Page.GetByText("production is protected by prod*: moving it takes the permission manage")).ToBeVisibleAsync();
        await Expect(Button(visit, "Move production to 3")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Rolling_back_commits_the_older_text_and_can_be_undone()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go(Screen);
        await Button(visit, "Roll back to 1").ClickAsync();
        await Expect(Entry(visit, 4)).ToBeVisibleAsync();
        var first = await Source(server, 1);
        (await Source(server, 4)).ShouldBe(first);
        await Button(visit, "Undo").ClickAsync();
        await Expect(Entry(visit, 5)).ToBeVisibleAsync();
        (await Source(server, 5)).ShouldBe(await Source(server, 3));
    }

    [Fact]
    public async Task A_deleted_version_keeps_its_place_and_comes_back()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go(Screen);
        await Button(visit, "More about version 2").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Delete this version…" }).ClickAsync();
        await Expect(visit.Page.GetByText("production go with it")).ToBeVisibleAsync();
        await Button(visit, "Delete").ClickAsync();
        await Expect(visit.Page.GetByText("Version 2 is deleted")).ToBeVisibleAsync();
        await Button(visit, "Bring back version 2").ClickAsync();
        await Expect(Entry(visit, 2)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_note_and_the_runs_of_a_version_stand_on_the_timeline_of_a_phone()
    {
        await using var server = await StudioServer.StartDemo();
        await server.Send(HttpMethod.Post, "api/v1/orgs/main/runs",
            new { id = "eval-1", kind = "evaluation", title = "Evaluation of May", prompts = new[] { "support/answer@2" } });
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 390, Height = 844 });
        await visit.Go(Screen);
        await Button(visit, "More about version 2").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Note and tags…" }).ClickAsync();
        await visit.Page.GetByLabel("Note", new PageGetByLabelOptions { Exact = true }).FillAsync("The first with examples");
        await Button(visit, "Save").ClickAsync();
        await Expect(Entry(visit, 2).GetByText("The first with examples")).ToBeVisibleAsync();
        await Button(visit, "More about version 2").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Show who used it" }).ClickAsync();
        await Expect(Entry(visit, 2).GetByText("Evaluation of May")).ToBeVisibleAsync();
        (await visit.Page.EvaluateAsync<int>("document.querySelector('main').scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await visit.ShouldBeAccessible();
    }

    [Fact]
    public async Task The_keyboard_walks_the_versions_and_opens_what_changed()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go(Screen);
        await Expect(Entry(visit, 3)).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("j");
        await Expect(Entry(visit, 2)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(Entry(visit, 2).GetByText("Merge point examples was added")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("c");
        await visit.Page.WaitForURLAsync("**/compare?from=support%2Fanswer%401&to=support%2Fanswer%402");
    }

    private static ILocator Entry(Visit visit, int version) => visit.Page.GetByRole(AriaRole.Listitem, new PageGetByRoleOptions { Name = $"Version {version}", Exact = true });

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private static async Task<string?> Source(StudioServer server, int version) =>
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/support%2Fanswer?version={version}")).GetProperty("source").GetString();
}
