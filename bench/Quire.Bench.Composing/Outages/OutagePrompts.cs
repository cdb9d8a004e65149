using System.Globalization;
using System.Text.Json;
using Quire.Composition.Rendering;
using Quire.Core.Composing;
using Quire.Templating.Values;

namespace Quire.Bench.Composing.Outages;

/// <summary>The prompts of the run, and what composing each gives without a store, a server and caches.</summary>
internal static class OutagePrompts
{
    /// <summary>The most popular prompts have an alias that moves between two versions.</summary>
    public const int Moving = 20;

    /// <summary>The address that requests use.</summary>
    public static string Address(int prompt) => prompt < Moving ? $"p{prompt}@production" : $"p{prompt}";

    /// <summary>All of one length, so that all plans weigh the same and exact LRU can count in entries.</summary>
    public static (string File, string Text) Source(int number, int version) =>
        ($"p{number}.prompt.md", string.Create(CultureInfo.InvariantCulture, $"Prompt {number:000000} version {version} for {{{{ name }}}}. {FourLayers.Words(600)}\n{{% merge_point \"question\" user %}}{{% endmerge_point %}}\n"));

    /// <summary>The text of a version for a name and a user text, composed anew.</summary>
    public static string Compose(int prompt, int version, string name, string? userText)
    {
        var plan = FourLayers.Build([FourLayers.Parse(Source(prompt, version))]);
        return FourLayers.Render(plan, new ComposeRequest
        {
            Variables = Variables(name),
            UserText = userText is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["question"] = userText },
        });
    }

    /// <summary>The name that a request gives.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"name {number}");

    /// <summary>What another node would have left in Redis: the output of every prompt for one of the names.</summary>
    public static async Task FillRedis(Shop shop, ComposeService composer, int prompts)
    {
        for (var prompt = 0; prompt < prompts; prompt++)
            await composer.Compose(shop.Owner, shop.Call(Address(prompt)) with { Variables = Variables(Name(0)), UserText = new Dictionary<string, string>() });
    }

    /// <summary>What the plan of one prompt weighs.</summary>
    public static async Task<long> PlanWeight()
    {
        await using var shop = await Shop.Open();
        await shop.Commit([Source(0, 1)]);
        await shop.Composer.Compose(shop.Owner, shop.Call("p0"));
        return shop.Caches.Report().Tiers.Single(tier => tier.Tier == "plans").Bytes;
    }

    /// <summary>Writes all prompts, and the second versions of those that move.</summary>
    public static async Task Fill(Shop shop, int prompts)
    {
        const int Batch = 500;
        foreach (var batch in Enumerable.Range(0, prompts).Chunk(Batch))
            await shop.Commit(batch.Select(p => Source(p, 1)));
        await shop.Commit(Enumerable.Range(0, Moving).Select(p => Source(p, 2)));
        await shop.Point([.. Enumerable.Range(0, Moving).Select(p => ($"p{p}", 1L))]);
    }

    private static Value Variables(string name) => Value.FromJson(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["name"] = name }));
}
