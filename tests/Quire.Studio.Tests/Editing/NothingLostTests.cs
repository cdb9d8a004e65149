using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Editing;

public sealed class NothingLostTests(Browsers browsers)
{
    private const string Path = "note.prompt.md";

    [Fact]
    public async Task What_is_typed_outlives_a_reload_and_is_found_in_another_browser()
    {
        await using var server = await StudioServer.Start();
        await server.Commit((Path, "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "note");
        await desk.Append("typed");
        // At once: the server has not been told yet.
        await desk.Page.ReloadAsync();
        await desk.Has("typed");
        await desk.IsKept();

        await using var other = await Visit.SignedIn(browsers, server);
        var there = await Desk.Open(other, "note");
        await there.Has("typed");
        await there.Sees("Typed before");
    }

    [Fact]
    public async Task Typing_goes_on_while_the_server_is_away_and_the_text_is_sent_when_it_is_back()
    {
        await using var server = await StudioServer.Start();
        await server.Commit((Path, "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "note");
        await desk.Append("before");
        await desk.IsKept();
        await server.Stop();
        await desk.Page.Keyboard.TypeAsync(" while away");
        await desk.Sees("The server does not answer");
        await desk.Sees("kept in this browser");
        await desk.Has("before while away");
        await server.Resume();
        await desk.IsKept();
        await Expect(desk.Page.GetByText("The server does not answer")).ToBeHiddenAsync();
        visit.Forgive();

        await desk.Commit("Written in two halves");
        await desk.Sees("Committed version 2 of note");
        (await Stored(server)).ShouldBe("Hello\nbefore while away");
    }

    [Fact]
    public async Task A_text_that_only_the_browser_had_when_the_server_went_away_comes_back_with_it()
    {
        await using var server = await StudioServer.Start();
        await server.Commit((Path, "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "note");
        await server.Stop();
        await desk.Append("while away");
        await desk.Sees("kept in this browser");
        await desk.Page.GotoAsync("about:blank");
        await server.Resume();
        visit.Forgive();
        desk = await Desk.Open(visit, "note");
        await desk.Has("while away");
        await desk.IsKept();
    }

    [Fact]
    public async Task Two_tabs_show_one_text_and_a_commit_in_one_is_seen_in_the_other()
    {
        await using var server = await StudioServer.Start();
        await server.Commit((Path, "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var first = await Desk.Open(visit, "note");
        await first.Append("from the first");
        var second = await Desk.Open(visit, "note", await visit.NewTab());
        await second.Has("from the first");
        await second.Sees("open in another tab");
        await second.Append(", from the second");
        await first.Has("from the first, from the second");
        await first.Sees("open in another tab");

        await first.Commit("Both");
        await first.Sees("Committed version 2 of note");
        await Expect(second.Button("Commit")).ToBeDisabledAsync();
        await second.Has("from the first, from the second");
        await first.Page.CloseAsync();
        await Expect(second.Page.GetByText("open in another tab")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task A_late_commit_is_merged_piece_by_piece(string mount)
    {
        await using var server = await StudioServer.Start();
        await server.Commit((Path, "one\ntwo\nthree\nfour\nfive\n"));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        var desk = await Desk.Open(visit, "note");
        await desk.Write("ONE\ntwo\nthree\nfour\nmine\n");
        await server.Commit((Path, "one\ntwo\nthree\nfour\ntheirs\n"));
        await desk.Commit("Mine");
        await desk.Sees("Somebody else changed this prompt meanwhile");
        await desk.Sees("1 place of 1 to settle");
        await visit.ShouldBeAccessible();
        visit.Forgive();
        await Expect(desk.Button("Commit the merged text")).ToBeDisabledAsync();

        await desk.Press("Take both");
        await desk.Press("Edit");
        await Expect(desk.Page.GetByLabel("The text to take")).ToHaveValueAsync("theirs\nmine\n");
        await desk.Page.GetByLabel("The text to take").FillAsync("theirs and mine\n");
        await desk.Press("Commit the merged text");
        await desk.Sees("Committed version 3 of note");
        (await Stored(server)).ShouldBe("ONE\ntwo\nthree\nfour\ntheirs and mine\n");
        await desk.Has("theirs and mine");
    }

    [Fact]
    public async Task A_conflict_that_is_left_for_later_keeps_the_text()
    {
        await using var server = await StudioServer.Start();
        await server.Commit((Path, "one\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "note");
        await desk.Write("mine\n");
        await server.Commit((Path, "theirs\n"));
        await desk.Commit("Mine");
        await desk.Press("Edit on");
        visit.Forgive();
        await desk.Has("mine");
        await desk.Page.ReloadAsync();
        await desk.Has("mine");
        await desk.Sees("committed version 2 since you began");
        (await Stored(server)).ShouldBe("theirs\n");
    }

    [Fact]
    public async Task What_was_discarded_comes_back_on_demand()
    {
        await using var server = await StudioServer.Start();
        await server.Commit((Path, "Hello\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "note");
        await desk.Append("typed");
        await desk.IsKept();
        await desk.Press("Discard");
        await Expect(desk.Source).Not.ToContainTextAsync("typed");
        await desk.Press("Undo");
        await desk.Has("typed");
    }

    private static async Task<string?> Stored(StudioServer server) =>
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/note")).GetProperty("source").GetString();
}
