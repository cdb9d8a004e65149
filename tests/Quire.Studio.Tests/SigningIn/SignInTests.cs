using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.SigningIn;

public sealed class SignInTests(Browsers browsers)
{
    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task A_key_signs_in_and_a_deep_link_leads_where_it_says(string mount)
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.Open(browsers, server, new VisitOptions { Mount = mount });
        await visit.Go("/projects/prompts/history/support/answer");
        await visit.ShouldBeAccessible();
        await visit.Page.GetByLabel("Key").FillAsync(server.Owner);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("Version 3", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        visit.Page.Url.ShouldBe($"{visit.Root}/projects/prompts/history/support/answer");
        (await visit.Page.EvaluateAsync<string>("document.cookie")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_key_is_refused_in_words_and_may_be_corrected()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.Open(browsers, server);
        await visit.Go("/");
        await visit.Page.GetByLabel("Key").FillAsync("qk_wrong");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Key").FillAsync(server.Owner);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Main" })).ToBeVisibleAsync();
    }
}
