using System.Collections.Concurrent;
using Quire.Core.Caching;
using Quire.Testing.Traffic;

namespace Quire.Core.Tests.Caching;

public sealed class MemoryCacheTests
{
    private const int Weight = 100;

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.8)]
    [InlineData(1.0)]
    [InlineData(1.2)]
    public void On_Zipf_traffic_it_hits_at_least_95_percent_as_often_as_exact_LRU(double skew)
    {
        const int Things = 10_000;
        var cache = Make(Things / 4);
        var exact = new ExactLru<int>(Things / 4);
        var zipf = new Zipf(Things, skew);
        var random = new Random(11);

        for (var i = 0; i < 300_000; i++)
        {
            var thing = zipf.Next(random);
            exact.Use(thing);
            if (!cache.TryGet(thing, out _))
                cache.Set(thing, "");
        }

        var report = cache.Report("x");
        report.Entries.ShouldBe(Things / 4);
        ((double)report.Hits).ShouldBeGreaterThanOrEqualTo(0.95 * exact.Hits, $"hits {report.Hits}, exact {exact.Hits}");
    }

    [Fact]
    public void When_the_popular_things_change_it_follows_as_exact_LRU_does()
    {
        const int Things = 4_000;
        var cache = Make(Things / 4);
        var exact = new ExactLru<int>(Things / 4);
        var zipf = new Zipf(Things, 0.9);
        var random = new Random(12);

        for (var i = 0; i < 200_000; i++)
        {
            var thing = (zipf.Next(random) + (i / 20_000 * 500)) % Things;
            exact.Use(thing);
            if (!cache.TryGet(thing, out _))
                cache.Set(thing, "");
        }

        ((double)cache.Report("x").Hits).ShouldBeGreaterThanOrEqualTo(0.95 * exact.Hits);
    }

    [Fact]
    public void What_was_not_used_since_it_came_goes_first()
    {
        var cache = Make(4);
        for (var i = 1; i <= 4; i++)
            cache.Set(i, "");
        cache.TryGet(1, out _);

        cache.Set(5, "");

        cache.TryGet(1, out _).ShouldBeTrue();
        cache.TryGet(2, out _).ShouldBeFalse();
        cache.Report("x").Evictions.ShouldBe(1);
    }

    [Fact]
    public async Task Under_many_threads_the_bound_holds_at_every_moment_and_values_belong_to_their_keys()
    {
        var cache = new MemoryCache<int, string>(100_000, (_, value) => value.Length);
        var wrong = new ConcurrentBag<string>();
        using var done = new CancellationTokenSource();
        var watch = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                if (cache.Bytes > cache.Limit)
                    wrong.Add($"{cache.Bytes} bytes");
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            var random = new Random(thread);
            for (var i = 0; i < 50_000; i++)
            {
                var key = random.Next(2_000);
                if (cache.TryGet(key, out var found) && found[0] != (char)key)
                    wrong.Add($"{key} has another's value");
                else if (random.Next(100) == 0)
                    cache.Remove(other => other % 7 == key % 7);
                else
                    cache.Set(key, new string((char)key, random.Next(1, 300)));
            }
        })));
        await done.CancelAsync();
        await watch;

        wrong.ShouldBeEmpty();
        cache.Remove(_ => true);
        (cache.Bytes, cache.Report("x").Entries).ShouldBe((0, 0));
    }

    [Fact]
    public void The_bytes_are_the_sum_of_what_is_held()
    {
        var cache = new MemoryCache<int, string>(50_000, (_, value) => value.Length);
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
            cache.Set(random.Next(300), new string('x', random.Next(1, 500)));

        var held = Enumerable.Range(0, 300).Sum(key => cache.TryGet(key, out var value) ? value.Length + MemoryCache<int, string>.EntryBytes : 0L);

        cache.Bytes.ShouldBe(held);
    }

    [Fact]
    public void What_weighs_more_than_a_quarter_is_not_kept_and_takes_its_older_value_along()
    {
        var cache = new MemoryCache<int, string>(4_000, (_, value) => value.Length);
        cache.Set(1, "old");
        cache.Set(2, "other");

        cache.Set(1, new string('x', 1_001)).ShouldBeFalse();

        cache.TryGet(1, out _).ShouldBeFalse();
        cache.TryGet(2, out _).ShouldBeTrue();
        cache.Report("x").Refusals.ShouldBe(1);
    }

    [Fact]
    public void With_no_room_at_all_it_keeps_nothing()
    {
        var cache = new MemoryCache<int, string>(0, (_, _) => 0);

        cache.Set(1, "x").ShouldBeFalse();

        cache.TryGet(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_value_that_no_longer_holds_is_a_miss_and_is_replaced()
    {
        var cache = Make(10);
        cache.Set(1, "old");

        cache.TryGet(1, "new", static (value, wanted) => value == wanted, out _).ShouldBeFalse();
        cache.Set(1, "new");

        cache.TryGet(1, "new", static (value, wanted) => value == wanted, out _).ShouldBeTrue();
        var report = cache.Report("x");
        (report.Hits, report.Misses, report.Entries).ShouldBe((1, 1, 1));
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var cache = new MemoryCache<CacheKey, string>(100_000, (_, _) => Weight);
        var key = new CacheKey(7, Hash256.Of("plan"));
        cache.Set(key, "x");
        LookUp(cache, key, 10_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        LookUp(cache, key, 10_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void LookUp(MemoryCache<CacheKey, string> cache, CacheKey key, int times)
    {
        var missing = new CacheKey(8, key.Hash);
        for (var i = 0; i < times; i++)
        {
            if (!cache.TryGet(key, out _) || cache.TryGet(missing, out _))
                throw new InvalidOperationException("The organisation is not part of the key.");
        }
    }

    private static MemoryCache<int, string> Make(int entries) =>
        new((Weight + MemoryCache<int, string>.EntryBytes) * entries, (_, _) => Weight);
}
