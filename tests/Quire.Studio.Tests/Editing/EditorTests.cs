using System.Text.Json;
using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Editing;

public sealed class EditorTests(Browsers browsers)
{
    [Fact]
    public async Task An_error_is_shown_with_its_place_mended_seen_rendered_and_committed()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("note.prompt.md", "Hello {{ name }}\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "note");
        await Expect(desk.Preview).ToContainTextAsync("Hello");
        await desk.Write("Hello\n{% if name %}\nDear {{ name }}\n");
        await desk.Press("Go to line 3, column 16");
        await Expect(desk.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "1 finding" })).ToBeVisibleAsync();
        await desk.Sees("This is what it was before");
        await desk.Append("{% endif %}");
        await desk.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "1 variable" }).ClickAsync();
        await desk.Page.GetByLabel("name", new PageGetByLabelOptions { Exact = true }).FillAsync("Ada");
        await Expect(desk.Preview).ToContainTextAsync("Dear Ada");
        await visit.ShouldBeAccessible();
        await desk.Commit("Greet by name");
        await desk.Sees("Committed version 2 of note");
        // The preview of the text with the error was refused.
        visit.Forgive();
    }

    [Fact]
    public async Task A_contribution_to_a_locked_merge_point_is_refused_with_the_reason_and_stays()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "support/layers/globex");
        await desk.Append("{% contribute \"safety\" %}Anything goes.{% endcontribute %}");
        await desk.Sees("QC1003");
        await desk.Commit("Change the rules");
        await Expect(desk.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Messages" })).ToContainTextAsync("which the base prompt `support/answer` locks");
        await desk.Has("Anything goes.");
        await desk.IsKept();
        visit.Forgive();
    }

    [Fact]
    public async Task The_preview_tells_who_wrote_a_piece_and_leads_there()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { IsDark = true });
        var desk = await Desk.Open(visit, "support/answer");
        await desk.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "For whom" }).ClickAsync();
        await desk.Page.GetByLabel("Tenant").FillAsync("acme");
        await Expect(desk.Preview).ToContainTextAsync("Acme sells to craftspeople");
        await desk.Sees("about ");
        await visit.ShouldBeAccessible();
        var piece = desk.Preview.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Acme sells to craftspeople" });
        await piece.HoverAsync();
        await Expect(desk.Preview.GetByRole(AriaRole.Status)).ToContainTextAsync("for acme");
        await Expect(desk.Preview.GetByRole(AriaRole.Status)).ToContainTextAsync("merge point tone");
        await piece.ClickAsync();
        await desk.Preview.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/support/layers/acme");

        // A contribution is shown inside of the prompt that it extends.
        await desk.Has("Acme sells to craftspeople");
        await Expect(desk.Preview).ToContainTextAsync("You answer messages");
        await desk.Preview.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "tenant", Exact = true }).ClickAsync();
        await Expect(piece).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_chat_prompt_is_edited_message_by_message()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "support/handover");
        await desk.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Messages" }).ClickAsync();
        await visit.ShouldBeAccessible();
        await desk.Page.GetByLabel("Text of item 3").FillAsync("Sum it up.");
        await desk.Press("Add a message");
        await desk.Page.GetByLabel("Role of item 4").SelectOptionAsync("assistant");
        await desk.Page.GetByLabel("Text of item 4").FillAsync("Here it is:");
        await desk.Press("Move item 4 up");
        await desk.Press("Remove item 4");
        await desk.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Model" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "temperature" }).FillAsync("0.5");
        await Expect(desk.Preview).ToContainTextAsync("Here it is:");
        await desk.Press("Commit");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Sees("Committed version");
        var stored = await Stored(server, "support%2Fhandover");
        stored.GetProperty("messages").EnumerateArray().Select(item => item.TryGetProperty("role", out var role) ? role.GetString() : "").ShouldBe(["system", "", "assistant"]);
        stored.GetProperty("source").GetString().ShouldNotBeNull().ShouldContain("temperature: 0.5");
    }

    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task A_commit_may_go_to_a_new_branch_and_the_default_one_stays(string mount)
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("note.prompt.md", "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        var desk = await Desk.Open(visit, "note");
        await desk.Append("on a branch");
        await desk.Source.PressAsync("Control+s");
        await desk.Page.GetByRole(AriaRole.Dialog).GetByLabel("Branch", new() { Exact = true }).SelectOptionAsync("A new branch…");
        await desk.Page.GetByLabel("Name of the new branch").FillAsync("try");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Sees("Committed note to try");
        await Expect(desk.Source).Not.ToContainTextAsync("on a branch");
        await desk.Press("Go on there");
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/note?branch=try");
        await desk.Has("on a branch");
        (await Stored(server, "note?ref=try")).GetProperty("source").GetString().ShouldBe("Hello\non a branch");
        (await Stored(server, "note")).GetProperty("source").GetString().ShouldBe("Hello\n");
    }

    [Fact]
    public async Task A_prompt_moves_with_what_is_typed_and_is_deleted_with_a_way_back()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("note.prompt.md", "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "note");
        await desk.Append("typed");
        await desk.IsKept();
        await Choose(desk, "Rename or move…");
        await desk.Page.GetByLabel("New path").FillAsync("notes/first");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Sees("Moved note to notes/first");
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/notes/first");
        await desk.Has("typed");
        (await Stored(server, "notes%2Ffirst")).GetProperty("source").GetString().ShouldBe("Hello\n");

        await Choose(desk, "Delete…");
        await desk.Press("Delete");
        await desk.Sees("Deleted notes/first");
        await desk.Press("Undo");
        await Expect(desk.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/notes/first");
        await desk.Has("typed");
    }

    [Fact]
    public async Task The_editor_is_used_by_keyboard_alone()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "support/answer");
        await Expect(desk.Preview).ToContainTextAsync("You answer messages");
        await TabTo(desk, "document.activeElement.classList.contains('cm-content')");
        await desk.Page.Keyboard.PressAsync("Control+End");
        await desk.Page.Keyboard.TypeAsync("{{ comp");
        await desk.Sees("variable");
        await Expect(desk.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "company" })).ToBeVisibleAsync();
        // The editor takes no Enter for a name that has only just appeared: it may have been meant for the line.
        await desk.Page.WaitForFunctionAsync("since => performance.now() > since + 100", await desk.Page.EvaluateAsync<double>("performance.now()"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Has("{{ company}}");

        await TabTo(desk, "document.activeElement.getAttribute('role') === 'tab'");
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(desk.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "3 variables" })).ToBeFocusedAsync();
        await TabTo(desk, "document.activeElement.getAttribute('role') === 'separator'");
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(desk.Page.GetByRole(AriaRole.Separator)).ToHaveAttributeAsync("aria-valuenow", "48");
        await TabTo(desk, "document.activeElement.closest('.rendered') && document.activeElement.getAttribute('role') === 'button'");
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(desk.Preview.GetByRole(AriaRole.Status)).ToContainTextAsync("company");

        await desk.Source.FocusAsync();
        await desk.Commit("By keys");
        await desk.Sees("Committed version 4 of support/answer");
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Separator)).ToHaveAttributeAsync("aria-valuenow", "48");
    }

    [Fact]
    public async Task The_editor_fits_a_phone()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 390, Height = 844 });
        var desk = await Desk.Open(visit, "support/answer");
        await desk.Append("typed on a phone");
        await desk.IsKept();
        await Expect(desk.Preview).ToContainTextAsync("typed on a phone");
        (await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390);
        await visit.ShouldBeAccessible();
    }

    private static Task<JsonElement> Stored(StudioServer server, string address) => server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/{address}");

    private static async Task Choose(Desk desk, string item)
    {
        await desk.Press("More about this prompt");
        await desk.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = item }).ClickAsync();
    }

    private static async Task TabTo(Desk desk, string isThere)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            if (await desk.Page.EvaluateAsync<bool>($"Boolean({isThere})"))
                return;
        }

        throw new InvalidOperationException($"No press of the Tab key leads to where {isThere}.");
    }
}
