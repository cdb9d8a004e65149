using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Comparing;

public sealed class CompareTests(Browsers browsers)
{
    private const string Old = "---\nvariables: {tone: {type: string}}\nmodel: {name: small, temperature: 0.3}\n---\n{% merge_point \"safety\" %}Be safe.{% endmerge_point %}\nBe very {{ tone }}.\n";
    private const string New = "---\nvariables: {tone: {type: string, required: true}}\nmodel: {name: small, temperature: 0.2}\n---\n{% merge_point \"safety\" locked %}Be safe.{% endmerge_point %}\nBe quite {{ tone }}.\n";
    private static readonly string Long = string.Concat(Enumerable.Range(1, 60).Select(line => $"Line {line} stays.\n"));

    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task Two_versions_tell_in_sentences_what_changed_and_show_the_words_inside_lines(string mount)
    {
        await using var server = await Changed();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        await visit.Go("/projects/prompts/compare?from=answer%401&to=answer%402");
        var told = visit.Page.Locator(".sentences");
        await Expect(told.GetByText("Variable tone became required")).ToBeVisibleAsync();
        await Expect(told.GetByText("Merge point safety locked")).ToBeVisibleAsync();
        await Expect(told.GetByText("Model setting temperature changed from 0.3 to 0.2")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("td.removed mark", new PageLocatorOptions { HasTextString = "very" })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("td.added mark", new PageLocatorOptions { HasTextString = "quite" })).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
    }

    [Fact]
    public async Task Long_unchanged_parts_are_folded_until_somebody_opens_them()
    {
        await using var server = await Changed();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/compare?from=answer%401&to=answer");
        await Expect(visit.Page.GetByText("Line 60 stays.")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "unchanged line" }).Last.ClickAsync();
        await Expect(visit.Page.GetByText("Line 60 stays.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_turns_the_view_swaps_the_sides_and_goes_from_change_to_change()
    {
        await using var server = await Changed();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/compare?from=answer%401&to=answer%402");
        await Expect(visit.Page.Locator(".lines-sides")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("n");
        await Expect(visit.Page.Locator("tr[data-change]:focus")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("v");
        await Expect(visit.Page.Locator(".lines-inline")).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".lines-inline")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("w");
        await Expect(visit.Page.GetByText("Variable tone is no longer required")).ToBeVisibleAsync();
        visit.Page.Url.ShouldEndWith("compare?from=answer%402&to=answer%401");
    }

    [Fact]
    public async Task Any_address_may_be_chosen_for_a_side()
    {
        await using var server = await Changed();
        await server.Commit(("other.prompt.md", "Be quite different.\n"));
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/compare?from=answer%401&to=answer%402");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "After answer version 2" }).ClickAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Version, alias, branch or address" }).FillAsync("other@1");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("answer.prompt.md → other.prompt.md")).ToBeVisibleAsync();
        await visit.Go("/projects/prompts/compare?from=ref:main&to=answer");
        await Expect(visit.Page.GetByText("A prompt and a whole branch cannot be compared")).ToBeVisibleAsync();
        await visit.Go("/projects/prompts/compare?from=%40elsewhere%2Fprompts%2Fa&to=answer");
        await Expect(visit.Page.GetByText("is of another project")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_phone_shows_one_column_and_nothing_runs_over()
    {
        await using var server = await Changed();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 390, Height = 844, IsDark = true });
        await visit.Go("/projects/prompts/compare?from=answer%401&to=answer%402");
        await Expect(visit.Page.Locator(".lines-inline")).ToBeVisibleAsync();
        (await visit.Page.EvaluateAsync<int>("document.querySelector('main').scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await visit.ShouldBeAccessible();
    }

    private static async Task<StudioServer> Changed()
    {
        var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", Old + Long));
        await server.Commit(("answer.prompt.md", New + Long));
        return server;
    }
}
