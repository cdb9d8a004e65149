using System.Diagnostics.Metrics;
using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Tests.Composing;

namespace Quire.Core.Tests.Caching;

public sealed class CacheServiceTests
{
    [Fact]
    public async Task It_reports_and_clears_what_composing_keeps()
    {
        var tier = new DictionaryTier();
        await using var shop = await Workshop.Open(caching: new CacheOptions { SecondTierFrom = TimeSpan.Zero }, secondTier: tier);
        await LayeredPrompts.Commit(shop);
        var service = new CacheService(shop.Caches);
        await shop.Compose("answer");
        await shop.Compose("answer");

        var report = service.Report(shop.Owner);
        report.Tiers.Select(found => (found.Tier, found.Hits, found.Entries)).ShouldBe([("selections", 1, 1), ("plans", 1, 1), ("outputs", 1, 1)]);
        report.Tiers.ShouldAllBe(found => found.Bytes > 0 && found.Bytes <= found.Limit);
        report.SecondTier!.Writes.ShouldBe(1);

        await service.Clear(shop.Owner);

        service.Report(shop.Owner).Tiers.ShouldAllBe(found => found.Entries == 0 && found.Bytes == 0);
        tier.Entries.ShouldBeEmpty();
        (await shop.Compose("answer")).FromCache.ShouldBeFalse();
    }

    [Fact]
    public async Task Clearing_leaves_other_organisations_alone()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        await shop.Compose("answer");

        await new CacheService(shop.Caches).Clear(Principal.Owner(shop.Owner.OrganisationId + 1, "other"));

        (await shop.Compose("answer")).FromCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_who_manages_may_look_or_clear()
    {
        await using var shop = await Workshop.Open();
        var service = new CacheService(shop.Caches);
        var created = await shop.Keys.Create(shop.Owner, new NewKey { Name = "reader", Permissions = Permissions.All & ~Permissions.Manage & ~Permissions.Keys });
        var reader = (await shop.Keys.Authenticate(created.Secret))!;

        (await Workshop.Refusal(() => Task.FromResult(service.Report(reader)))).Code.ShouldBe("forbidden");
        (await Workshop.Refusal(() => service.Clear(reader))).Code.ShouldBe("forbidden");
    }

    [Fact]
    public async Task The_meter_says_the_same_as_the_report()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        using var metrics = new CacheMetrics(shop.Caches);
        var heard = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, hearing) =>
        {
            if (instrument.Meter.Name == "Quire")
                hearing.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (var tag in tags)
                heard[$"{instrument.Name}/{tag.Value}"] = value;
        });
        listener.Start();
        await shop.Compose("answer");
        await shop.Compose("answer");

        listener.RecordObservableInstruments();

        heard["quire.cache.hits/plans"].ShouldBe(1);
        heard["quire.cache.misses/plans"].ShouldBe(1);
        heard["quire.cache.entries/outputs"].ShouldBe(1);
        heard["quire.cache.bytes/plans"].ShouldBe(shop.Caches.Report().Tiers[1].Bytes);
    }

    [Theory]
    [InlineData(-1, 20, "MemoryBytes")]
    [InlineData(0, 0, "SecondTierDeadline")]
    [InlineData(0, 5_000, "SecondTierDeadline")]
    public async Task A_wrong_setting_is_refused_naming_its_key(long bytes, int deadline, string key)
    {
        var error = await Workshop.Refusal(async () => await Workshop.Open(caching: new CacheOptions { MemoryBytes = bytes, SecondTierDeadline = TimeSpan.FromMilliseconds(deadline) }));

        error.Code.ShouldBe("invalid_setting");
        error.Message.ShouldContain(key);
    }
}
