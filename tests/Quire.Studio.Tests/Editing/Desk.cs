using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Editing;

/// <summary>The editor of a prompt in one tab, and what one does there.</summary>
internal sealed class Desk
{
    private Desk(IPage page) => Page = page;

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>The field that one types into.</summary>
    public ILocator Source => Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Source of the prompt" });

    /// <summary>The rendered text.</summary>
    public ILocator Preview => Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Preview" });

    /// <summary>Opens the editor of a prompt.</summary>
    /// <param name="visit">Whose browser.</param>
    /// <param name="path">The prompt's path.</param>
    /// <param name="page">The tab; the visit's first one where it is left out.</param>
    public static async Task<Desk> Open(Visit visit, string path, IPage? page = null)
    {
        var desk = new Desk(page ?? visit.Page);
        await desk.Page.GotoAsync($"{visit.Root}/projects/prompts/edit/{path}");
        await Expect(desk.Source).ToBeVisibleAsync();
        return desk;
    }

    /// <summary>Types at the end of the text.</summary>
    public async Task Append(string text)
    {
        await Source.PressAsync("Control+End");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Puts a text in place of all that is there.</summary>
    public async Task Write(string text)
    {
        await Source.PressAsync("Control+a");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Commits with a message, by keys.</summary>
    public async Task Commit(string message)
    {
        await Source.PressAsync("Control+s");
        await Page.GetByLabel("What changed, and why").FillAsync(message);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a button.</summary>
    public Task Press(string name) => Button(name).ClickAsync();

    /// <summary>A button by its whole name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Waits until a text is seen.</summary>
    public Task Sees(string text) => Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Waits until the source has a text in it.</summary>
    public Task Has(string text) => Expect(Source).ToContainTextAsync(text);

    /// <summary>Waits until what is typed is on the server.</summary>
    public Task IsKept() => Sees("kept on the server");
}
