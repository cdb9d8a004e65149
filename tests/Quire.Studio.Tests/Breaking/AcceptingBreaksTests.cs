using Microsoft.Playwright;
using Quire.Studio.Tests.Editing;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Breaking;

/// <summary>A change that contributions of other layers no longer fit to: one reads which, and decides.</summary>
public sealed class AcceptingBreaksTests(Browsers browsers)
{
    private const string Open = "You answer.\n{% merge_point \"tone\" %}Be clear.{% endmerge_point %}\n{% merge_point \"extra\" %}{% endmerge_point %}\n";
    private const string Locked = "You answer.\n{% merge_point \"tone\" locked %}Be clear.{% endmerge_point %}\n{% merge_point \"extra\" %}{% endmerge_point %}\n";

    [Fact]
    public async Task An_alias_moves_although_it_breaks_a_layer_after_one_accepted_that()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", Open), ("layers/acme.prompt.md", Layer("tone")));
        await server.Commit(("answer.prompt.md", Locked), ("layers/acme.prompt.md", Layer("extra")));
        foreach (var path in (string[])["answer", "layers%2Facme"])
            await server.Send(HttpMethod.Put, $"{StudioServer.Project}/prompts/{path}/aliases/production", new { version = 1 });
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { IsDark = true });
        visit.Allow(409);
        await visit.Go("/projects/prompts/history/answer");
        await Button(visit, "Alias production").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Move to 2, the latest…" }).ClickAsync();
        await AcceptAfterRefusal(visit, "Move production to 2");
        await Expect(visit.Page.GetByRole(AriaRole.Listitem, new PageGetByRoleOptions { Name = "Version 2", Exact = true }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Alias production" })).ToBeVisibleAsync();
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/answer?alias=production")).GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_merge_goes_through_although_it_breaks_a_layer_after_one_accepted_that()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", Open));
        await server.Send(HttpMethod.Post, $"{StudioServer.Project}/commits", new { branch = "strict", message = "Lock", changes = new[] { new { path = "answer.prompt.md", content = Locked } } });
        await server.Commit(("layers/acme.prompt.md", Layer("tone")));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 390, Height = 844 });
        visit.Allow(409);
        await visit.Go("/projects/prompts/merge?from=strict&into=main");
        await AcceptAfterRefusal(visit, "Merge strict into main");
        await visit.Page.WaitForURLAsync("**/changes/*");
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/answer")).GetProperty("source").GetString().ShouldBe(Locked);
    }

    [Fact]
    public async Task A_commit_of_the_editor_goes_through_although_it_breaks_a_layer_after_one_accepted_that()
    {
        await using var server = await StudioServer.Start();
        await server.Commit(("answer.prompt.md", Open), ("layers/acme.prompt.md", Layer("tone")));
        await using var visit = await Visit.SignedIn(browsers, server);
        var desk = await Desk.Open(visit, "answer");
        await desk.Write(Locked);
        await desk.Commit("Lock the tone");
        await Expect(visit.Page.GetByLabel("What changed, and why")).ToHaveValueAsync("Lock the tone");
        await Accept(visit, visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Commit", Exact = true }));
        await desk.Sees("Committed version 2 of answer");
        // Findings of a text that locks what is filled are answers with an error, too.
        visit.Forgive();
    }

    private static async Task AcceptAfterRefusal(Visit visit, string action)
    {
        await Button(visit, action).ClickAsync();
        await Accept(visit, Button(visit, action));
    }

    private static async Task Accept(Visit visit, ILocator action)
    {
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("breaks contributions of other layers: 'layers/acme'");
        await Expect(action).ToBeDisabledAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.GetByLabel("Accept that layers/acme no longer fit").CheckAsync();
        await action.ClickAsync();
    }

    private static string Layer(string point) => $"---\nextends: answer\nlayer: tenant\nscope: acme\n---\n{{% contribute \"{point}\" %}}Be brief.{{% endcontribute %}}\n";

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
