using Quire.Core.Changes;
using Quire.Core.Composing;
using Quire.Core.Tests.Composing;

namespace Quire.Core.Tests.Caching;

public sealed class KnownPointerTests
{
    [Fact]
    public async Task What_was_composed_before_is_composed_again_without_the_store()
    {
        await using var shop = await Open();
        var first = await shop.Compose("answer");
        var reads = Reads(shop);

        var second = await shop.Compose("answer");
        var third = await shop.Compose("answer", call => call with { UserText = new Dictionary<string, string> { [""] = "hello" } });

        Reads(shop).ShouldBe(reads);
        first.Cache.ShouldBe(CacheAnswer.None);
        second.Cache.ShouldBe(CacheAnswer.Output);
        third.Cache.ShouldBe(CacheAnswer.Plan);
        second.Result.Content.ShouldBe(first.Result.Content);
        third.Result.Content!.ShouldContain("hello");
    }

    [Fact]
    public async Task A_move_of_an_alias_is_seen_at_once_and_leaves_other_prompts_known()
    {
        await using var shop = await Open();
        await shop.Commit(("other.prompt.md", "Other."));
        await Set(shop, "answer", "production", 1);
        await shop.Commit(("answer.prompt.md", LayeredPrompts.Base + "Second."));
        (await shop.Compose("answer@production")).Result.Content!.ShouldContain("Be clear.");
        await shop.Compose("other");
        var reads = Reads(shop);

        await Set(shop, "answer", "production", 2);
        var moving = Reads(shop) - reads;

        (await shop.Compose("other")).FromCache.ShouldBeTrue();
        Reads(shop).ShouldBe(reads + moving);
        (await shop.Compose("answer@production")).Result.Content!.ShouldEndWith("Second.");
    }

    [Fact]
    public async Task A_move_of_an_alias_on_a_contribution_is_seen_at_once()
    {
        await using var shop = await Open();
        await Set(shop, "answer", "production", 1);
        (await shop.Compose("answer@production")).Result.Content!.ShouldNotContain("[acme]");

        await Set(shop, "layers/acme", "production", 1);

        (await shop.Compose("answer@production")).Result.Content!.ShouldContain("[acme]");
    }

    [Fact]
    public async Task An_alias_that_moves_from_a_version_that_contributed_to_one_that_does_not_is_seen_by_the_base()
    {
        await using var shop = await Open();
        await Set(shop, "answer", "production", 1);
        await Set(shop, "layers/acme", "production", 1);
        await shop.Commit(("layers/acme.prompt.md", "A prompt of its own now."));
        (await shop.Compose("answer@production")).Result.Content!.ShouldContain("[acme]");

        await Set(shop, "layers/acme", "production", 2);

        (await shop.Compose("answer@production")).Result.Content!.ShouldNotContain("[acme]");
    }

    [Fact]
    public async Task A_contribution_in_another_project_is_seen_at_once()
    {
        await using var shop = await Open();
        (await shop.Compose("answer")).Result.Content!.ShouldNotContain("[elsewhere]");

        await shop.Projects.Create(shop.Owner, "secret");
        await shop.Commits.Commit(shop.Owner, new()
        {
            Project = "secret",
            Message = "Add",
            Changes = [new("x.prompt.md") { Content = System.Text.Encoding.UTF8.GetBytes(LayeredPrompts.Layer("agent", null, "[elsewhere]", extends: "@main/prompts:answer")) }],
        });

        (await shop.Compose("answer")).Result.Content!.ShouldContain("[elsewhere]");
    }

    [Fact]
    public async Task Under_the_path_that_a_prompt_left_its_moves_are_seen_too()
    {
        await using var shop = await Open();
        await shop.Commit("Move\n\nQuire-Move: answer => reply", ("answer.prompt.md", null), ("reply.prompt.md", LayeredPrompts.Base));
        await shop.Commit(("reply.prompt.md", "Second."));
        await Set(shop, "reply", "production", 1);
        (await shop.Compose("answer@production")).Result.Content!.ShouldContain("Be clear.");
        var reads = Reads(shop);
        (await shop.Compose("answer@production")).FromCache.ShouldBeTrue();
        Reads(shop).ShouldBe(reads);

        await Set(shop, "reply", "production", 2);

        (await shop.Compose("answer@production")).Result.Content.ShouldNotBeNull();
        (await shop.Compose("answer@production")).Plan.Base.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Another_model_is_seen_at_once()
    {
        await using var shop = await Open();
        (await shop.Compose("answer")).Model.ShouldBeNull();

        await shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AnnotationMove("answer", 1, AnnotationKeys.Model, """{"model":"small"}""")]);

        (await shop.Compose("answer")).Model!.ShouldContain("small");
    }

    [Fact]
    public async Task Who_sees_less_is_not_answered_from_what_others_see()
    {
        await using var shop = await Open();
        (await shop.Compose("answer", call => call with { Tenant = "globex" })).Result.Content!.ShouldContain("[globex]");
        var bound = await shop.Bound("acme");
        var alike = await shop.Bound("acme");

        (await shop.Compose("answer", call => call with { Tenant = "globex" }, bound)).Result.Content!.ShouldNotContain("[globex]");
        var reads = Reads(shop);
        (await shop.Compose("answer", call => call with { Tenant = "globex" }, alike)).Result.Content!.ShouldNotContain("[globex]");

        Reads(shop).ShouldBe(reads);
    }

    [Fact]
    public async Task The_story_of_merge_points_is_told_of_a_known_prompt_too()
    {
        await using var shop = await Open();
        await shop.Compose("answer");

        var told = await shop.Compose("answer", call => call with { Explain = true });

        told.FromCache.ShouldBeTrue();
        told.Explanation.First(point => point.Point.Name == "tone").Offers.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Lists_that_the_caller_changes_later_do_not_change_what_is_known()
    {
        await using var shop = await Open();
        List<string> features = ["billing"];
        (await shop.Compose("answer", call => call with { Features = features })).Result.Content!.ShouldContain("[billing]");

        features.Clear();

        (await shop.Compose("answer", call => call with { Features = features })).Result.Content!.ShouldNotContain("[billing]");
        (await shop.Compose("answer")).Result.Content!.ShouldContain("[billing]");
    }

    private static async Task<Workshop> Open()
    {
        var shop = await Workshop.Open(around: store => new CountingStore(store));
        await LayeredPrompts.Commit(shop);
        return shop;
    }

    private static int Reads(Workshop shop) => ((CountingStore)shop.Store).Reads;

    private static Task<Applied> Set(Workshop shop, string path, string alias, long number) =>
        shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove(path, alias, new AliasTarget(number))]);
}
