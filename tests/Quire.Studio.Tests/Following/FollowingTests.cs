using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Following;

/// <summary>What others change is seen without asking, in every tab, and after the server was away.</summary>
public sealed class FollowingTests(Browsers browsers)
{
    private const string Library = "/projects/prompts";

    [Fact]
    public async Task Every_tab_sees_what_others_commit_over_one_stream()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var streams = 0;
        visit.Context.Request += (_, request) => streams += request.Url.Contains("/changes?after=", StringComparison.Ordinal) ? 1 : 0;
        var streaming = visit.Page.WaitForResponseAsync("**/changes?after=*");
        await visit.Go(Library);
        var other = await visit.NewTab();
        await other.GotoAsync(visit.Root + Library);
        await Expect(other.GetByText("support/answer").First).ToBeVisibleAsync();
        await streaming;
        await server.Commit(("brand/new.prompt.md", "New."));
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "brand/new" })).ToBeVisibleAsync();
        await Expect(other.GetByRole(AriaRole.Link, new() { Name = "brand/new" })).ToBeVisibleAsync();
        streams.ShouldBe(1);
    }

    [Fact]
    public async Task The_stream_passes_to_another_tab_when_the_listening_one_is_closed()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var streaming = visit.Page.WaitForResponseAsync("**/changes?after=*");
        await visit.Go(Library);
        await streaming;
        var other = await visit.NewTab();
        await other.GotoAsync(visit.Root + Library);
        await Expect(other.GetByText("support/answer").First).ToBeVisibleAsync();
        var next = other.WaitForResponseAsync("**/changes?after=*");
        await visit.Page.CloseAsync();
        await next;
        await server.Commit(("brand/new.prompt.md", "New."));
        await Expect(other.GetByRole(AriaRole.Link, new() { Name = "brand/new" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_stopped_server_is_told_and_the_screen_goes_on_when_it_is_back()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var streaming = visit.Page.WaitForResponseAsync("**/changes?after=*");
        await visit.Go(Library);
        await streaming;
        await server.Stop();
        await Expect(visit.Page.GetByText("The server does not answer.")).ToBeVisibleAsync();
        await server.Resume();
        await server.Commit(("brand/new.prompt.md", "New."));
        await Expect(visit.Page.GetByText("The server does not answer.")).ToBeHiddenAsync(new LocatorAssertionsToBeHiddenOptions { Timeout = 20_000 });
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "brand/new" })).ToBeVisibleAsync();
        visit.Forgive();
    }
}
