using Quire.Core.Changes;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.Core.Tests.Composing;

public sealed class SelectingTests
{
    [Fact]
    public async Task Without_a_selector_the_tips_take_part_in_the_order_of_layers()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);

        var composed = await shop.Compose("answer");

        composed.Result.Content!.ShouldContain("Be clear.[system][acme][billing][triage]");
        composed.Plan.Contributions.Select(source => (source.Path.Value, source.Version)).ShouldBe(
            [("layers/system", 1), ("layers/acme", 1), ("layers/billing", 1), ("layers/triage", 1)]);
    }

    [Fact]
    public async Task An_alias_on_the_base_alone_pulls_no_contribution_that_is_not_promoted()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        await Set(shop, "answer", "production");

        var composed = await shop.Compose("answer@production", call => call with { Explain = true });

        composed.Plan.Contributions.ShouldBeEmpty();
        composed.Result.Content!.ShouldNotContain("[acme]");
        composed.Explanation.First(point => point.Point.Name == "tone").Offers.Count(offer => offer.Outcome == Composition.Explaining.OfferOutcome.NotPromoted).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_alias_on_a_contribution_makes_that_version_take_part()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        await Set(shop, "answer", "production");
        await Set(shop, "layers/acme", "production");
        await shop.Commit(("layers/acme.prompt.md", LayeredPrompts.Layer("tenant", "acme", "[acme two]")));

        (await shop.Compose("answer@production")).Result.Content!.ShouldContain("Be clear.[acme]");
        (await shop.Compose("answer")).Result.Content!.ShouldContain("[acme two]");
    }

    [Fact]
    public async Task A_number_takes_the_contributions_of_the_commit_that_made_it()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        await shop.Commit(("layers/acme.prompt.md", LayeredPrompts.Layer("tenant", "acme", "[acme two]")));

        (await shop.Compose("answer@1")).Result.Content!.ShouldContain("[acme]");
    }

    [Fact]
    public async Task A_branch_takes_the_files_of_its_tree()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        await shop.Commits.Commit(shop.Owner, new()
        {
            Project = Workshop.Project,
            Branch = "ideas",
            Message = "Try",
            Changes = [new("layers/acme.prompt.md") { Content = System.Text.Encoding.UTF8.GetBytes(LayeredPrompts.Layer("tenant", "acme", "[idea]")) }],
        });

        (await shop.Compose("ideas:answer")).Result.Content!.ShouldContain("[system][idea][billing]");
        (await shop.Compose("answer")).Result.Content!.ShouldContain("[system][acme][billing]");
    }

    [Fact]
    public async Task A_request_may_select_another_version_for_one_layer()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        await Set(shop, "layers/acme", "beta");
        await shop.Commit(("layers/acme.prompt.md", LayeredPrompts.Layer("tenant", "acme", "[acme two]")));

        var composed = await shop.Compose("answer", call => call with
        {
            Selectors = new Dictionary<string, Selector> { ["tenant"] = new Selector.Alias(AliasName.Parse("beta")) },
        });

        composed.Result.Content!.ShouldContain("[system][acme][billing]");
    }

    [Fact]
    public async Task Contributions_of_another_project_take_part_without_selector_and_not_under_a_number()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        await shop.Projects.Create(shop.Owner, "secret");
        await shop.Commits.Commit(shop.Owner, new()
        {
            Project = "secret",
            Message = "Add",
            Changes = [new("x.prompt.md") { Content = System.Text.Encoding.UTF8.GetBytes(LayeredPrompts.Layer("agent", null, "[elsewhere]", extends: "@main/prompts:answer")) }],
        });

        (await shop.Compose("answer")).Result.Content!.ShouldContain("[elsewhere]");
        (await shop.Compose("answer@1")).Result.Content!.ShouldNotContain("[elsewhere]");
    }

    [Fact]
    public async Task A_key_bound_to_a_tenant_never_learns_of_another()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        var bound = await shop.Bound("acme");

        var composed = await shop.Compose("answer", call => call with { Tenant = "globex", Explain = true }, bound);

        composed.Result.Content!.ShouldNotContain("globex");
        composed.Explanation.SelectMany(point => point.Offers).ShouldNotContain(offer => offer.Source != null && offer.Source.Path.Value.Contains("globex"));
        (await shop.Lister.List(bound, Workshop.Project)).Items.ShouldNotContain(item => item.Prompt.Path.Contains("globex"));
        var hidden = await Workshop.Refusal(async () => await shop.Reader.Resolve(bound, Prompts.Addressing.Parse(bound, "layers/globex")));
        var missing = await Workshop.Refusal(async () => await shop.Reader.Resolve(bound, Prompts.Addressing.Parse(bound, "layers/nobody")));
        hidden.Message.Replace("globex", "nobody").ShouldBe(missing.Message);
        hidden.Code.ShouldBe(missing.Code);
        (await shop.Feed.List(bound, 0, int.MaxValue, 1000)).ShouldNotContain(item => item.Row != null && item.Row.Path != null && item.Row.Path.Contains("globex"));
    }

    [Fact]
    public async Task The_users_text_comes_out_as_it_went_in()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        const string Text = "{{ 7*7 }} {% merge_point \"x\" %}";

        var composed = await shop.Compose("answer", call => call with { UserText = new Dictionary<string, string> { [""] = Text } });

        composed.Result.Content!.ShouldContain(Text);
    }

    private static Task<Applied> Set(Workshop shop, string path, string alias) =>
        shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove(path, alias, AliasTarget.Latest)]);
}
