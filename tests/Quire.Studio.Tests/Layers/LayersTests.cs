using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Layers;

public sealed class LayersTests(Browsers browsers)
{
    private const string Acme = "support/layers/acme.prompt.md";

    // What the tenant locks, a feature may not add to; both are fine alone, so that only composing can refuse.
    private const string Locking = """
        ---
        extends: support/answer
        layer: tenant
        scope: acme
        ---
        {% contribute "tone" %}
        Acme is brief.
        {% endcontribute %}
        {% contribute "knowledge" locked %}
        Acme repairs every tool for ten years.
        {% endcontribute %}
        """;

    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task A_prompt_shows_who_contributes_what_for_a_tenant_and_a_feature(string mount)
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });
        await visit.Go("/projects/prompts/layers");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "support/answer" }).ClickAsync();
        await Expect(Row(visit, "knowledge")).ToContainTextAsync("the default");
        await visit.Page.GetByLabel("Tenant", new() { Exact = true }).SelectOptionAsync("acme");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "billing", Exact = true }).ClickAsync();

        await Expect(Result(visit, "knowledge")).ToHaveTextAsync("the default, then acme, then billing");
        await Expect(Result(visit, "signature")).ToHaveTextAsync("acme");
        await Expect(Composed(visit)).ToContainTextAsync("Your Acme workshop team");
        visit.Page.Url.ShouldEndWith("/projects/prompts/layers/support/answer?tenant=acme&features=billing");

        await Row(visit, "signature").GetByRole(AriaRole.Button, new() { Name = "base default replaced" }).ClickAsync();
        await Expect(visit.Page.GetByText("what was contributed replaces the default.")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.ReloadAsync();
        await Expect(Result(visit, "signature")).ToHaveTextAsync("acme");
    }

    [Fact]
    public async Task A_contribution_to_what_a_lower_layer_locks_is_refused_with_the_reason_and_the_way_out()
    {
        await using var server = await StudioServer.StartDemo();
        await server.Commit((Acme, Locking));
        await using var visit = await Visit.SignedIn(browsers, server);
        visit.Allow(422);
        await visit.Go("/projects/prompts/layers/support/answer?tenant=acme&features=billing");
        var refusal = visit.Page.GetByRole(AriaRole.Alert);
        await Expect(refusal).ToContainTextAsync("The feature layer contributes to the merge point knowledge, which the tenant layer locks.");
        await Expect(refusal).ToContainTextAsync($"The lock stands in {Acme}", new() { IgnoreCase = true });
        await Expect(Row(visit, "knowledge").GetByRole(AriaRole.Button, new() { Name = "feature billing refused" })).ToBeVisibleAsync();
        await Expect(Result(visit, "knowledge")).ToHaveTextAsync("refused");
        await visit.ShouldBeAccessible();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "billing", Exact = true }).ClickAsync();
        await Expect(Composed(visit)).ToContainTextAsync("Acme repairs every tool for ten years.");
        await Expect(refusal).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Another_version_of_a_layer_is_tried_beside_the_text_of_today()
    {
        await using var server = await StudioServer.StartDemo();
        await server.Commit((Acme, Locking));
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/layers/support/answer?tenant=acme");
        var whatIf = visit.Page.GetByRole(AriaRole.Group, new() { Name = "What if" });
        await whatIf.GetByLabel("What if", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "tenant acme, now version 2" });
        await whatIf.GetByLabel("were", new() { Exact = true }).SelectOptionAsync("1");
        var beside = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Now beside With support/layers/acme version 1" });
        await Expect(beside).ToContainTextAsync("Acme is brief.");
        await Expect(beside).ToContainTextAsync("Acme sells to craftspeople");
        await visit.ShouldBeAccessible();

        await whatIf.GetByLabel("What if", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "the tenant layer" });
        await whatIf.GetByLabel("were as promoted to").SelectOptionAsync("production");
        await Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Now beside With the tenant layer of production" })).ToContainTextAsync("Acme sells to craftspeople");
    }

    [Fact]
    public async Task What_the_user_writes_stands_in_the_text_and_in_the_picture()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 390, Height = 844 });
        await visit.Go("/projects/prompts/layers/support/answer");
        await visit.Page.GetByLabel("User's text question").FillAsync("{{ company }} broke my hammer");
        await Expect(Composed(visit)).ToContainTextAsync("{{ company }} broke my hammer");
        await Expect(Row(visit, "question").GetByRole(AriaRole.Button, new() { Name = "user text stands" })).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
    }

    [Fact]
    public async Task The_picture_is_one_stop_of_the_tab_key_and_the_arrows_lead_through_it()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/layers/support/answer?tenant=acme");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "safety", Exact = true }).FocusAsync();
        foreach (var key in (string[])["ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"])
            await visit.Page.Keyboard.PressAsync(key);
        await Expect(Row(visit, "tone").GetByRole(AriaRole.Button, new() { Name = "tenant acme stands" })).ToBeFocusedAsync();
        await Expect(visit.Page.GetByText("the tenant layer's contribution stands.")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "support/layers/acme version 1" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_contribution_leads_to_the_layers_of_its_base()
    {
        await using var server = await StudioServer.StartDemo();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/layers/support/layers/acme");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Show the layers of support/answer" }).ClickAsync();
        await Expect(Row(visit, "safety")).ToContainTextAsync("locked");
    }

    private static ILocator Row(Visit visit, string point) =>
        visit.Page.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Button, new() { Name = point, Exact = true }) });

    private static ILocator Result(Visit visit, string point) => Row(visit, point).GetByRole(AriaRole.Cell).Last;

    private static ILocator Composed(Visit visit) => visit.Page.GetByRole(AriaRole.Region, new() { Name = "Composed text" });
}
