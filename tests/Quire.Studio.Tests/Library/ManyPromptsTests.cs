using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Library;

public sealed class ManyPromptsTests(Browsers browsers)
{
    private const int Many = 10_000;

    [Fact]
    public async Task Ten_thousand_prompts_are_filtered_scrolled_and_selected_and_few_rows_are_drawn()
    {
        await using var server = await StudioServer.Start();
        await server.Commit([.. Enumerable.Range(0, Many).Select(number => ($"area-{number % 40:00}/sub-{number % 7}/prompt-{number:00000}.prompt.md", $"Prompt {number}"))]);
        await using var visit = await Visit.SignedIn(browsers, server);
        var shelf = await Shelf.Open(visit);
        await Expect(visit.Page.GetByText("10,000 prompts")).ToBeVisibleAsync();
        (await visit.Page.GetByRole(AriaRole.Row).CountAsync()).ShouldBeLessThan(80);
        await visit.ShouldBeAccessible();

        await visit.Page.GetByLabel("Search the prompts").FillAsync("prompt-09999");
        await Expect(visit.Page.GetByText("1 of 10,000 prompts")).ToBeVisibleAsync();
        await Expect(shelf.Row("area-39/sub-3/prompt-09999")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Search the prompts").FillAsync("");
        await visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "List of prompts" }).EvaluateAsync("list => list.scrollTo(0, list.scrollHeight)");
        await Expect(shelf.Row("area-39/sub-6/prompt-09799")).ToBeVisibleAsync();

        await visit.Page.GetByLabel("Select all 10,000 prompts").ClickAsync();
        await Expect(visit.Page.GetByText("10,000 prompts selected")).ToBeVisibleAsync();
        (await visit.Page.GetByRole(AriaRole.Row).CountAsync()).ShouldBeLessThan(80);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Long_names_stay_inside_the_window(int width, bool dark)
    {
        var longName = string.Join('/', Enumerable.Repeat("a-long-folder-name", 5)) + "/" + new string('n', 90);
        await using var server = await StudioServer.Start();
        await server.Commit(($"{longName}.prompt.md", "---\ndescription: " + new string('d', 300) + "\ntags: [" + new string('t', 100) + "]\n---\nHi"));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = width, IsDark = dark });
        var shelf = await Shelf.Open(visit);
        await Expect(shelf.Row(longName)).ToBeVisibleAsync();
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await visit.ShouldBeAccessible();
    }
}
