using Quire.Core.Access;
using Quire.Core.Counters;
using Quire.Core.Stores;
using Quire.Testing.Time;

namespace Quire.Core.Tests.Counters;

public sealed class ReadCountersTests
{
    [Fact]
    public async Task Reads_of_many_threads_are_counted_to_the_last_one_while_they_are_flushed()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        var prompt = await shop.Resolve("a");
        using var counters = new ReadCounters(shop.Store, TimeProvider.System);
        var tally = counters.Tally(shop.Owner, prompt)!;
        using var done = new CancellationTokenSource();
        var flushing = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                await counters.Flush();
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var read = 0; read < 20_000; read++)
                tally.Count();
        })));
        await done.CancelAsync();
        await flushing;
        await counters.Flush();
        await counters.Flush();

        (await Total(shop)).ShouldBe(160_000);
    }

    [Fact]
    public async Task What_the_store_did_not_take_is_added_the_next_time()
    {
        FailingStore? failing = null;
        await using var shop = await Workshop.Open(around: store => failing = new FailingStore(store));
        await shop.Commit(("a.prompt.md", "one"));
        using var counters = new ReadCounters(shop.Store, TimeProvider.System);
        counters.Count(shop.Owner, await shop.Resolve("a"));
        failing!.Fails = true;
        await Should.ThrowAsync<IOException>(() => counters.Flush());
        failing.Fails = false;
        counters.Count(shop.Owner, await shop.Resolve("a"));

        (await counters.Flush()).ShouldBe(2);
        (await Total(shop)).ShouldBe(2);
        (await counters.Flush()).ShouldBe(0);
    }

    [Fact]
    public async Task Reads_are_told_apart_by_version_alias_key_and_day()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 21, 23, 59, 0, TimeSpan.Zero));
        await using var shop = await Workshop.Open(clock);
        await shop.Writer.Save(shop.Owner, new() { Project = Workshop.Project, Path = "a", Source = "one"u8.ToArray(), Message = "m", Aliases = ["production"] });
        await shop.Commit(("a.prompt.md", "two"));
        var other = Principal.Owner(shop.Owner.OrganisationId, shop.Owner.Organisation, "other");
        using var counters = new ReadCounters(shop.Store, clock);
        counters.Count(shop.Owner, await shop.Resolve("a@production"));
        counters.Count(shop.Owner, await shop.Resolve("a"));
        counters.Count(other, await shop.Resolve("a"));
        await counters.Flush();
        clock.Advance(TimeSpan.FromMinutes(2));
        counters.Count(shop.Owner, await shop.Resolve("a"));
        await counters.Flush();

        var report = await new ReadReports(shop.Store, clock).Of(shop.Owner, Workshop.Project, "a");

        report.Items.Select(item => (item.Day.Day, item.Key.Number, item.Key.Alias, item.Key.Key, item.Count))
            .ShouldBe([(22, 2, "", "owner", 1), (21, 2, "", "other", 1), (21, 2, "", "owner", 1), (21, 1, "production", "owner", 1)]);
        (report.Total, report.IsWhole, report.From).ShouldBe((4, true, new DateOnly(2026, 10, 24)));
    }

    [Fact]
    public async Task Kinds_of_reads_beyond_the_bound_are_not_counted_and_said_to_be()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        var prompt = await shop.Resolve("a");
        using var counters = new ReadCounters(shop.Store, TimeProvider.System);

        for (var key = 0; key < ReadCounters.MaxCells + 5; key++)
            counters.Count(Principal.Owner(shop.Owner.OrganisationId, shop.Owner.Organisation, $"k{key}"), prompt);

        counters.Uncounted.ShouldBe(5);
        (await counters.Flush()).ShouldBe(ReadCounters.MaxCells);
    }

    private static async Task<long> Total(Workshop shop) =>
        (await new ReadReports(shop.Store, TimeProvider.System).Of(shop.Owner, Workshop.Project, "a")).Total;

    private sealed class FailingStore(IStore inner) : IStore
    {
        public bool Fails { get; set; }

        public string Description => inner.Description;

        public Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default) => inner.Read(work, cancellation);

        public Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default) =>
            Fails ? Task.FromException<T>(new IOException("full")) : inner.Write(work, cancellation);

        public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => inner.CheckIntegrity(cancellation);

        public Task<StoreSpace> Space(CancellationToken cancellation = default) => inner.Space(cancellation);

        public Task Reclaim(CancellationToken cancellation = default) => inner.Reclaim(cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
