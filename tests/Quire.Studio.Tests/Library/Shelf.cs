using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Library;

/// <summary>The library of the first project in a browser.</summary>
internal sealed class Shelf(IPage page)
{
    // Ten thousand prompts come in ten answers, on a machine that has other things to do.
    private const int Patience = 30_000;

    /// <summary>Opens it and waits for its rows.</summary>
    public static async Task<Shelf> Open(Visit visit)
    {
        await visit.Go("/projects/prompts");
        await Expect(visit.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Prompts" })).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Patience });
        return new Shelf(visit.Page);
    }

    /// <summary>The row of a prompt.</summary>
    public ILocator Row(string path) => page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { Has = Select(path) });

    /// <summary>The box that selects a prompt.</summary>
    public ILocator Select(string path) => page.GetByLabel($"Select {path}", new PageGetByLabelOptions { Exact = true });

    /// <summary>A folder of the tree by its own name.</summary>
    public ILocator Folder(string name) => page.GetByRole(AriaRole.Treeitem).Filter(new LocatorFilterOptions { Has = page.GetByText(name, new PageGetByTextOptions { Exact = true }) });

    /// <summary>A value of a facet with its number, for example <c>live 3</c>.</summary>
    public ILocator Facet(string facet, string value) =>
        page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = facet, Exact = true }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = value, Exact = true });
}
