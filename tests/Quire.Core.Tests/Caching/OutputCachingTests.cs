using Quire.Composition.Rendering;
using Quire.Core.Caching;
using Quire.Core.Composing;
using Quire.Core.Tests.Composing;
using Quire.Templating.Values;

namespace Quire.Core.Tests.Caching;

public sealed class OutputCachingTests
{
    private static readonly CacheOptions Always = new() { MemoryBytes = 64 * 1024 * 1024, SecondTierFrom = TimeSpan.Zero };

    [Fact]
    public async Task Other_variables_give_another_output_and_the_same_ones_the_same()
    {
        await using var shop = await Open();

        (await Greet(shop, "Ada")).Cache.ShouldBe(CacheAnswer.None);
        (await Greet(shop, "Bob")).Result.Content!.ShouldContain("Bob");
        var again = await Greet(shop, "Ada");

        again.Cache.ShouldBe(CacheAnswer.Output);
        again.Result.Content!.ShouldContain("Ada");
    }

    [Fact]
    public async Task What_a_user_wrote_is_stored_nowhere()
    {
        var tier = new DictionaryTier();
        await using var shop = await Open(tier);
        await shop.Commit(("chat.prompt.yml", "messages:\n  - role: system\n    content: Hi\n  - placeholder: history\n"));

        for (var i = 0; i < 3; i++)
        {
            (await shop.Compose("answer", call => call with { UserText = new Dictionary<string, string> { [""] = "my secret" } })).Result.Content!.ShouldContain("my secret");
            await shop.Compose("chat", call => call with { Messages = new Dictionary<string, IReadOnlyList<ChatTurn>> { ["history"] = [new("user", "my secret")] } });
            await shop.Compose("answer", call => call with { Fence = true, UserText = new Dictionary<string, string> { ["question"] = "my secret" } });
        }

        tier.Entries.ShouldBeEmpty();
        shop.Caches.Report().Tiers.Single(found => found.Tier == "outputs").Entries.ShouldBe(0);
    }

    [Fact]
    public async Task Another_node_takes_the_output_from_the_second_tier_with_everything_that_belongs_to_it()
    {
        var tier = new DictionaryTier();
        using var folder = new Quire.Testing.TempFolder();
        ComposedPrompt made;
        await using (var first = await Open(tier, folder.Path))
            made = await Greet(first, "Ada");
        await using var second = await Workshop.Open(place: folder.Path, caching: Always, secondTier: tier);

        var found = await Greet(second, "Ada");

        found.Cache.ShouldBe(CacheAnswer.SecondTier);
        found.Result.Content.ShouldBe(made.Result.Content);
        found.Result.Spans.ShouldBe(made.Result.Spans);
        found.Result.Variables.ShouldBe(made.Result.Variables);
        found.Result.Origins.Count.ShouldBe(made.Result.Origins.Count);
        (await Greet(second, "Ada")).Cache.ShouldBe(CacheAnswer.Output);
    }

    [Fact]
    public async Task Damaged_and_foreign_entries_of_the_second_tier_are_counted_and_not_used()
    {
        var tier = new DictionaryTier();
        using var folder = new Quire.Testing.TempFolder();
        await using (var first = await Open(tier, folder.Path))
        {
            await Greet(first, "Ada");
            await Greet(first, "Bob");
        }
        var (one, other) = (tier.Entries.Keys.First(), tier.Entries.Keys.Last());
        (tier.Entries[one], tier.Entries[other]) = (tier.Entries[other], tier.Entries[one]);
        await using var second = await Workshop.Open(place: folder.Path, caching: Always, secondTier: tier);

        (await Greet(second, "Ada")).Result.Content!.ShouldContain("Ada");
        (await Greet(second, "Bob")).Result.Content!.ShouldContain("Bob");

        second.Caches.Report().SecondTierRejected.ShouldBe(2);
    }

    [Fact]
    public async Task What_renders_faster_than_the_second_tier_answers_is_not_asked_for_there()
    {
        var tier = new DictionaryTier();
        await using var shop = await Open(tier, caching: Always with { SecondTierFrom = TimeSpan.FromHours(1) });

        await Greet(shop, "Ada");

        tier.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_is_never_kept()
    {
        await using var shop = await Open();
        await shop.Commit(("bad.prompt.md", "{{ 1 // n }}"));
        Func<ComposeCall, ComposeCall> zero = call => call with { Variables = Value.FromJson("""{"n":0}"""u8) };

        (await Workshop.Refusal(() => shop.Compose("bad", zero))).Code.ShouldBe("render_failed");
        (await Workshop.Refusal(() => shop.Compose("bad", zero))).Code.ShouldBe("render_failed");

        shop.Caches.Report().Tiers.Single(tier => tier.Tier == "outputs").Entries.ShouldBe(0);
    }

    private static async Task<Workshop> Open(DictionaryTier? tier = null, string place = ":memory:", CacheOptions? caching = null)
    {
        var shop = await Workshop.Open(place: place, caching: caching ?? Always, secondTier: tier);
        await LayeredPrompts.Commit(shop);
        await shop.Commit(("greet.prompt.md", "Hello {{ name }}, {% merge_point \"tone\" %}be kind{% endmerge_point %}."));
        return shop;
    }

    private static Task<ComposedPrompt> Greet(Workshop shop, string name) =>
        shop.Compose("greet", call => call with { Variables = Value.Map([KeyValuePair.Create("name", Value.String(name))]) });
}
