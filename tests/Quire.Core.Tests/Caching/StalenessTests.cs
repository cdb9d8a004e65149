using System.Collections.Concurrent;
using System.Globalization;
using Quire.Core.Caching;
using Quire.Core.Changes;
using Quire.Core.Composing;
using Quire.Core.Prompts;
using Quire.Core.Tests.Composing;
using Quire.Templating.Values;
using Quire.Testing;
using Quire.Testing.Traffic;

namespace Quire.Core.Tests.Caching;

/// <summary>
/// Aliases move while many compose. An answer is right if it is the one that composing without caches gives for a version that the alias had at some
/// moment between the request and the answer.
/// </summary>
public sealed class StalenessTests
{
    private const int Prompts = 120;
    private const int Moves = 30;
    private const int Versions = 3;
    private readonly ConcurrentBag<string> _wrong = [];
    private readonly int[] _begun = new int[Prompts];
    private readonly int[] _done = new int[Prompts];

    [Fact]
    public async Task No_answer_is_older_than_the_request_and_plans_hit_as_often_as_exact_LRU_would()
    {
        var random = Seeds.NewRandom();
        await using var measuring = await Open(64 * 1024 * 1024);
        var one = await PlanWeight(measuring);
        await using var shop = await Open(one * Prompts / 4 * 8 / 5 + 4096);
        var plans = shop.Caches.Report().Tiers.Single(tier => tier.Tier == "plans");
        var exact = new ExactLru<(int, int)>((int)(plans.Limit / one));
        using var done = new CancellationTokenSource();
        var mover = Task.Run(() => Move(shop, new Random(random.Next()), done));

        var zipf = new Zipf(Prompts, 1.0);
        var source = new Random(random.Next());
        long composed = 0;
        while (!done.IsCancellationRequested || composed < 6_000)
        {
            var prompt = zipf.Next(source);
            exact.Use((prompt, await Compose(shop, prompt, composed++)));
        }
        await mover;

        _wrong.ShouldBeEmpty();
        var hits = shop.Caches.Report().Tiers.Single(tier => tier.Tier == "plans").Hits;
        ((double)hits).ShouldBeGreaterThanOrEqualTo(0.95 * exact.Hits, $"of {composed} composed, {hits} plan hits, exact LRU {exact.Hits}");
        shop.Caches.Report().Tiers.ShouldAllBe(tier => tier.Bytes <= tier.Limit);
    }

    [Fact]
    public async Task Many_threads_see_no_stale_answer_either()
    {
        var random = Seeds.NewRandom();
        await using var shop = await Open(64 * 1024 * 1024);
        using var done = new CancellationTokenSource();
        var mover = Task.Run(() => Move(shop, new Random(random.Next()), done));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => random.Next()).Select(seed => Task.Run(async () =>
        {
            var source = new Random(seed);
            for (var i = 0; !done.IsCancellationRequested; i++)
                await Compose(shop, source.Next(4), i);
        })));
        await mover;

        _wrong.ShouldBeEmpty();
    }

    // The alias of prompt p stands at version 1 + (moves so far % 3): what was begun and done bounds what an answer may say.
    private async Task Move(Workshop shop, Random random, CancellationTokenSource done)
    {
        for (var i = 0; i < Moves; i++)
        {
            var prompt = random.Next(4);
            var next = Interlocked.Increment(ref _begun[prompt]);
            await Point(shop, prompt, next);
            Interlocked.Exchange(ref _done[prompt], next);
        }
        await done.CancelAsync();
    }

    private async Task<int> Compose(Workshop shop, int prompt, long number)
    {
        var earliest = Volatile.Read(ref _done[prompt]);
        var text = string.Create(CultureInfo.InvariantCulture, $"question {number}");
        var call = Call(shop, $"p{prompt}@production", text, number % 5);
        var answer = await shop.Composer.Compose(shop.Owner, call);
        var latest = Volatile.Read(ref _begun[prompt]);
        var version = answer.Plan.Base.Version!.Value;
        if (!Enumerable.Range(earliest, latest - earliest + 1).Any(moves => 1 + (moves % Versions) == version))
            _wrong.Add($"p{prompt}: version {version}, but only moves {earliest} to {latest} had happened");
        var expected = $"{prompt} v{version} {number % 5}\n[acme] {prompt}\n{text}";
        if (answer.Result.Content != expected)
            _wrong.Add($"'{answer.Result.Content}' instead of '{expected}'");
        if (number % 100 == 0 && await Uncached(shop, Call(shop, $"p{prompt}@{version}", text, number % 5)) is var fresh && fresh != answer.Result.Content)
            _wrong.Add($"'{answer.Result.Content}', without caches '{fresh}'");
        return version;
    }

    private static async Task<string?> Uncached(Workshop shop, ComposeCall call)
    {
        var caches = new ComposeCaches(new ChangeSignal(), new CacheOptions { MemoryBytes = 0 });
        return (await new ComposeService(shop.Store, shop.Objects, shop.Contents, caches, TimeProvider.System).Compose(shop.Owner, call)).Result.Content;
    }

    private static async Task<long> PlanWeight(Workshop shop)
    {
        await shop.Composer.Compose(shop.Owner, Call(shop, "p50@production", "x", 0));
        return shop.Caches.Report().Tiers.Single(tier => tier.Tier == "plans").Bytes;
    }

    private static ComposeCall Call(Workshop shop, string address, string userText, long n) => new()
    {
        Prompt = Addressing.Parse(shop.Owner, address),
        Tenant = "acme",
        Variables = Value.Map([KeyValuePair.Create("n", Value.Number(n))]),
        UserText = new Dictionary<string, string> { ["question"] = userText },
    };

    private static async Task<Workshop> Open(long memory)
    {
        var shop = await Workshop.Open(caching: new CacheOptions { MemoryBytes = memory });
        var layers = Enumerable.Range(0, Prompts).Select(p => ($"l{p}.prompt.md", (string?)LayeredPrompts.Layer("tenant", "acme", $"[acme] {p}", extends: $"p{p}")));
        await shop.Commit([.. Bases(1), .. layers]);
        await shop.Commit([.. Bases(2)]);
        await shop.Commit([.. Bases(3)]);
        await shop.Writer.Annotate(shop.Owner, Workshop.Project,
            [.. Enumerable.Range(0, Prompts).SelectMany(p => (Move[])[new AliasMove($"p{p}", "production", new AliasTarget(1)), new AliasMove($"l{p}", "production", new AliasTarget(1))])]);
        return shop;
    }

    private static IEnumerable<(string, string?)> Bases(int version) => Enumerable.Range(0, Prompts).Select(p => (
        $"p{p}.prompt.md",
        (string?)($"{p} v{version} {{{{ n }}}}\n{{% merge_point \"tone\" %}}{{% endmerge_point %}}\n{{% merge_point \"question\" user %}}{{% endmerge_point %}}")));

    private static Task<Applied> Point(Workshop shop, int prompt, int moves) =>
        shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove($"p{prompt}", "production", new AliasTarget(1 + (moves % Versions)))]);
}
