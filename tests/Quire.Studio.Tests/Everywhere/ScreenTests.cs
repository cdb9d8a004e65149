using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Everywhere;

public sealed class ScreenTests(Browsers browsers)
{
    [Fact]
    public async Task Every_screen_is_accessible_and_fits_in_light_and_dark_on_a_desk_and_on_a_phone()
    {
        await using var server = await Screens.Start();
        await using var visit = await Visit.SignedIn(browsers, server);
        // A prompt that nobody works on has no draft, and a project without branches has none to show.
        visit.Allow(404);
        Screens.All.Count.ShouldBeGreaterThan(4);
        foreach (var (name, address) in Screens.All)
        {
            await visit.Page.SetViewportSizeAsync(1280, 800);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await Screens.Open(visit, server, address);
            await Look(visit, name);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await Look(visit, name);
            await visit.Page.SetViewportSizeAsync(390, 844);
            await Look(visit, name);
        }
    }

    [Fact]
    public async Task Nothing_overflows_where_names_have_two_hundred_characters()
    {
        await using var server = await StudioServer.Start();
        await Stress.LongNames(server);
        await using var visit = await Visit.SignedIn(browsers, server);
        // A prompt that nobody works on has no draft, and a project without branches has none to show.
        visit.Allow(404);
        foreach (var (name, address) in Screens.All.Select(screen => (screen.Name, Stress.WithLongNames(screen.Address))).Concat(Stress.OnLongBranch(Stress.LongPath)))
        {
            await visit.Page.SetViewportSizeAsync(1280, 800);
            await Screens.Open(visit, server, address);
            await Screens.ShouldFit(visit, name);
            await visit.Page.SetViewportSizeAsync(390, 844);
            await Screens.ShouldFit(visit, name);
        }
    }

    [Fact]
    public async Task The_screens_are_reached_from_the_sidebar()
    {
        await using var server = await Screens.Start();
        await using var visit = await Visit.SignedIn(browsers, server);
        // A prompt that nobody works on has no draft, and a project without branches has none to show.
        visit.Allow(404);
        await visit.Go("/");
        var places = visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link);
        await Expect(places.First).ToBeVisibleAsync();
        var names = await places.AllTextContentsAsync();
        names.ShouldContain("Layers");
        foreach (var name in names)
        {
            await places.Filter(new() { HasText = name }).ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Breadcrumb" })).ToBeVisibleAsync();
            await Expect(visit.Page.GetByText("There is no screen at this address")).ToHaveCountAsync(0);
        }
    }

    private static async Task Look(Visit visit, string name)
    {
        await visit.ShouldBeAccessible();
        await Screens.ShouldFit(visit, name);
    }
}
