using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Weight;

public sealed class FirstLoadTests(Browsers browsers)
{
    private const double Kilobyte = 1000;

    [Theory]
    [InlineData("/projects/prompts", 130)]
    [InlineData("/projects/prompts/edit/support/answer", 330)]
    public async Task A_screen_stays_within_its_budget_and_asks_for_nothing_twice(string path, int kilobytes)
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var load = await FirstLoad.Of(visit, path, page => Expect(Usable(page, path)).ToBeVisibleAsync());
        TestContext.Current.TestOutputHelper?.WriteLine(load.Report);
        load.Bytes.ShouldBeLessThanOrEqualTo(kilobytes * Kilobyte, load.Report);
        load.Urls.GroupBy(url => url).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty(load.Report);
        (await visit.Page.EvaluateAsync<int>("quireEarly.size")).ShouldBe(0, "What was asked for early was not what the screen needed.");
    }

    [Fact]
    public async Task No_other_host_is_asked()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        var load = await FirstLoad.Of(visit, "/projects/prompts/edit/support/answer", page => Expect(page.Locator(".cm-content")).ToBeVisibleAsync());
        load.Urls.ShouldAllBe(url => url.StartsWith(server.Address.ToString(), StringComparison.Ordinal));
    }

    private static ILocator Usable(IPage page, string path) => path.Contains("/edit/", StringComparison.Ordinal) ? page.Locator(".cm-content") : page.GetByText("support/answer").First;
}
