using Quire.Core.Outbound;
using Quire.Core.Webhooks;
using Quire.Testing.Services;
using Quire.Testing.Time;

namespace Quire.Core.Tests.Webhooks;

/// <summary>Two processes over one database: one of them delivers, and one that lost its lease writes nothing any more.</summary>
public sealed class LeaseTests(PostgresFixture postgres)
{
    private static readonly TimeSpan AfterTheLease = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task Only_one_process_delivers_to_a_webhook_until_its_lease_ends()
    {
        using var database = postgres.CreateDatabase();
        await using var shop = await WebhookShop.Open(database.ConnectionString);
        var other = shop.NewDeliverer();
        await shop.Add();
        await shop.Commit("a", "one");
        await shop.Deliver();
        await shop.Commit("a", "two");

        await other.CatchUp(TestContext.Current.CancellationToken);
        shop.Receiver.Told.ShouldBe(["a 1"]);
        shop.Clock.Advance(AfterTheLease);
        await other.CatchUp(TestContext.Current.CancellationToken);
        shop.Receiver.Told.ShouldBe(["a 1", "a 2"]);

        await shop.Commit("a", "three");
        await shop.Deliver();
        shop.Receiver.Told.ShouldBe(["a 1", "a 2"]);
    }

    [Fact]
    public async Task What_a_process_says_that_lost_its_lease_while_it_waited_is_not_written()
    {
        using var database = postgres.CreateDatabase();
        await using var shop = await WebhookShop.Open(database.ConnectionString);
        // A clock of its own: a process that stands still does not hear the time.
        var other = shop.NewDeliverer(clock: new ManualClock(shop.Clock.GetUtcNow() + AfterTheLease));
        var id = await shop.Add();
        await shop.Commit("a", "one");
        await shop.Commit("a", "two");
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource<OutboundAnswer>());
        shop.Receiver.Answer = _ =>
        {
            asked.SetResult();
            return answer.Task;
        };
        var late = shop.Deliver();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        shop.Receiver.Fails(_ => false);
        await other.CatchUp(TestContext.Current.CancellationToken);
        answer.SetResult(FakeReceiver.Says(500));
        await late;

        shop.Receiver.Told.ShouldBe(["a 1", "a 1", "a 2"]);
        (await shop.Log(id)).Select(item => (item.State, item.Attempts)).ShouldBe([(DeliveryState.Delivered, 1), (DeliveryState.Delivered, 1)]);
        (await shop.Get(id)).FailingSince.ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_has_the_store_alone_does_not_wait_for_the_lease_of_one_that_died()
    {
        await using var shop = await WebhookShop.Open();
        await shop.Add();
        await shop.Commit("a", "one");
        await shop.Deliver();
        await shop.Commit("a", "two");

        await shop.NewDeliverer().CatchUp(TestContext.Current.CancellationToken);

        shop.Receiver.Told.ShouldBe(["a 1", "a 2"]);
    }

    [Fact]
    public async Task A_deliverer_that_runs_hears_of_changes_and_gives_its_lease_back()
    {
        using var database = postgres.CreateDatabase();
        await using var shop = await WebhookShop.Open(database.ConnectionString);
        await shop.Add();
        var arrived = new TaskCompletionSource();
        shop.Receiver.Answer = message =>
        {
            if (message.Told == "a 2")
                arrived.SetResult();
            return Task.FromResult(FakeReceiver.Says(200));
        };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var failures = new List<Exception>();
        var running = shop.Deliverer.Run(failures.Add, ending.Token);
        await shop.Commit("a", "one");
        await shop.Commit("a", "two");
        while (!arrived.Task.IsCompleted)
        {
            shop.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await ending.CancelAsync();
        await running;
        failures.ShouldBeEmpty();

        await shop.Commit("a", "three");
        await shop.NewDeliverer().CatchUp(TestContext.Current.CancellationToken);
        shop.Receiver.Told.Distinct().ShouldBe(["a 1", "a 2", "a 3"]);
    }
}
