using Quire.Core.Changes;
using Quire.Core.Webhooks;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Webhooks;

public sealed class WebhookTableTests(Stores stores)
{
    private static readonly DateTimeOffset Later = Scene.Now.AddSeconds(30);

    [Theory, EveryDatabase]
    public async Task A_webhook_comes_back_with_every_field_within_its_organisation_only(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await stores.Scene(database);
        var made = Webhook(scene) with
        {
            Description = "ü",
            Events = new List<string> { "alias.moved" },
            Projects = new List<string> { "prompts" },
            PreviousSecret = [4, 5],
            PreviousUntil = Later,
            DisabledReason = "failing",
            FailingSince = Scene.Now,
            SeenIndex = 7,
        };
        var row = (await scene.Write(session => session.Webhooks.Add(made))).Row;

        (await scene.Read(session => session.Webhooks.Find(scene.OrganisationId, made.Id))).ShouldBeEquivalentTo(made with { Row = row });
        (await scene.Read(session => session.Webhooks.Find(other.OrganisationId, made.Id))).ShouldBeNull();
        (await scene.Read(session => session.Webhooks.List(other.OrganisationId))).ShouldBeEmpty();
        await scene.Write(session => session.Webhooks.Update(made with { Row = row, OrganisationId = other.OrganisationId, Url = "https://elsewhere.example" }));
        await scene.Write(session => session.Webhooks.Remove(other.OrganisationId, row));
        (await scene.Read(session => session.Webhooks.List(scene.OrganisationId))).ShouldHaveSingleItem().Url.ShouldBe(made.Url);
    }

    [Theory, EveryDatabase]
    public async Task A_lease_has_one_holder_until_it_ends_and_each_new_one_gets_a_greater_token(Database database)
    {
        var scene = await stores.Scene(database);
        var row = (await scene.Write(session => session.Webhooks.Add(Webhook(scene)))).Row;
        var first = await Lease("one", Scene.Now);

        (await Lease("two", Scene.Now.AddSeconds(29))).ShouldBeNull();
        (await Lease("one", Scene.Now.AddSeconds(29))).ShouldBe(first);
        var second = await Lease("two", Scene.Now.AddSeconds(60));
        second.ShouldBe(first + 1);
        (await scene.Read(session => (session.Webhooks.Holds(row, first!.Value), session.Webhooks.Holds(row, second!.Value)))).ShouldBe((false, true));

        // A clock that was set back leaves a lease that ends too late to be one.
        (await Lease("three", Scene.Now.AddHours(-1))).ShouldBe(first + 2);
        (await Lease("four", Scene.Now.AddHours(-1), isAlone: true)).ShouldBe(first + 3);
        await scene.Write(session => session.Webhooks.Release(row, first!.Value));
        (await Lease("five", Scene.Now.AddHours(-1))).ShouldBeNull();
        await scene.Write(session => session.Webhooks.Release(row, first!.Value + 3));
        (await Lease("five", Scene.Now.AddHours(-1))).ShouldBe(first + 4);

        Task<long?> Lease(string owner, DateTimeOffset now, bool isAlone = false) =>
            scene.Write(session => session.Webhooks.Lease(row, owner, now, now.AddSeconds(30), isAlone));
    }

    [Theory, EveryDatabase]
    public async Task Ready_is_what_is_enabled_and_behind_the_feed_or_has_something_due(Database database)
    {
        var scene = await stores.Scene(database);
        var number = await scene.Write(session => session.Organisations.NextSequence(scene.OrganisationId));
        await scene.Write(session =>
        {
            var upToDate = Webhook(scene) with { SeenSequence = number };
            session.Webhooks.Add(upToDate with { Id = "quiet" });
            session.Webhooks.Add(upToDate with { Id = "behind", SeenSequence = number - 1 });
            session.Webhooks.Add(upToDate with { Id = "between", SeenIndex = 3 });
            session.Webhooks.Add(upToDate with { Id = "off", SeenSequence = 0, DisabledReason = "by_hand" });
            var waiting = session.Webhooks.Add(upToDate with { Id = "waiting" });
            session.Webhooks.AddDeliveries([Delivery(waiting, 1, 0, "a") with { DueAt = Later }]);
        });

        (await Ready(Scene.Now)).ShouldBe(["behind", "between"]);
        (await Ready(Later)).ShouldBe(["behind", "between", "waiting"]);

        async Task<IEnumerable<string>> Ready(DateTimeOffset now) =>
            (await scene.Read(session => session.Webhooks.ListReady(now))).Where(webhook => webhook.OrganisationId == scene.OrganisationId).Select(webhook => webhook.Id);
    }

    [Theory, EveryDatabase]
    public async Task Of_each_key_the_next_one_becomes_due_when_the_one_before_is_settled(Database database)
    {
        var scene = await stores.Scene(database);
        var webhook = await Waiting(scene, ("a", true), ("a", false), ("b", true), ("a", false));

        (await Due(Scene.Now)).ShouldBe("1 3");
        await scene.Write(session => session.Webhooks.Promote(webhook.Row, "a", Scene.Now));
        (await Due(Scene.Now)).ShouldBe("1 3", "One of the key is due already.");
        await Settle(1);
        (await Due(Scene.Now)).ShouldBe("2 3");
        await scene.Write(session => session.Webhooks.UpdateDelivery(Delivery(webhook, 2, 0, "a") with { DueAt = Later, Attempts = 1 }));
        (await Due(Scene.Now)).ShouldBe("3");
        (await Due(Later)).ShouldBe("3 2");
        await scene.Write(session => session.Webhooks.Hasten(webhook.Row, Scene.Now));
        (await Due(Scene.Now)).ShouldBe("2 3");
        await Settle(2);
        await Settle(3);
        (await Due(Scene.Now)).ShouldBe("4");
        (await scene.Read(session => session.Webhooks.PendingKeys(webhook.Row, ["a", "b", "c"]))).ShouldBe(["a"]);
        (await scene.Read(session => (session.Webhooks.HasPending(webhook.Row, 1), session.Webhooks.HasPending(webhook.Row, 2)))).ShouldBe((true, false));

        async Task<string> Due(DateTimeOffset now) => string.Join(' ', (await scene.Read(session => session.Webhooks.ListDue(webhook, now, 9))).Select(due =>
        {
            (due.Row.Sequence, due.Row.Index).ShouldBe((due.Delivery.Sequence, due.Delivery.Index));
            return due.Delivery.Sequence;
        }));

        Task Settle(long sequence) => scene.Write(session =>
        {
            var found = session.Webhooks.FindDelivery(webhook.Row, sequence, 0)!;
            session.Webhooks.UpdateDelivery(found with { State = DeliveryState.Delivered, DueAt = null });
            session.Webhooks.Promote(webhook.Row, found.OrderKey, Scene.Now);
        });
    }

    [Theory, EveryDatabase]
    public async Task A_delivery_comes_back_with_its_answer_is_listed_by_state_and_page_and_forgotten_oldest_first(Database database)
    {
        var scene = await stores.Scene(database);
        var webhook = await Waiting(scene, ("a", true), ("b", true), ("c", true), ("d", true), ("e", true));
        var answer = new DeliveryAnswer(500, "status", "no ü", TimeSpan.FromMicroseconds(1234));
        var dead = Delivery(webhook, 2, 0, "b") with { State = DeliveryState.Dead, Attempts = 12, AttemptedAt = Later, Answer = answer };
        await scene.Write(session =>
        {
            session.Webhooks.UpdateDelivery(dead);
            foreach (var (sequence, key) in new[] { (1, "a"), (3, "c"), (4, "d") })
                session.Webhooks.UpdateDelivery(Delivery(webhook, sequence, 0, key) with { State = DeliveryState.Delivered, Answer = new DeliveryAnswer(null, null, "", TimeSpan.Zero) });
        });

        (await scene.Read(session => session.Webhooks.FindDelivery(webhook.Row, 2, 0))).ShouldBe(dead);
        (await List(null, null)).ShouldBe("5 4 3 2 1");
        (await List(DeliveryState.Delivered, (4, 0))).ShouldBe("3 1");
        await scene.Write(session => session.Webhooks.Prune(webhook.Row, DeliveryState.Delivered, 2));
        (await List(null, null)).ShouldBe("5 4 3 2");
        await scene.Write(session => session.Webhooks.Remove(scene.OrganisationId, webhook.Row));
        (await List(null, null)).ShouldBe("");

        async Task<string> List(DeliveryState? state, (long, int)? before) =>
            string.Join(' ', (await scene.Read(session => session.Webhooks.ListDeliveries(webhook.Row, state, before, 9))).Select(delivery => delivery.Sequence));
    }

    // Deliveries of feed rows 1.0, 2.0, ….
    private static Task<Webhook> Waiting(Scene scene, params (string Key, bool Due)[] deliveries) => scene.Write(session =>
    {
        session.Feed.Add([.. deliveries.Select((_, place) => new FeedRow
        {
            OrganisationId = scene.OrganisationId, Sequence = place + 1, Index = 0, At = Scene.Now, ProjectId = scene.ProjectId, Kind = "alias", Name = "x", Actor = "me",
        })]);
        var webhook = session.Webhooks.Add(Webhook(scene));
        session.Webhooks.AddDeliveries([.. deliveries.Select((item, place) => Delivery(webhook, place + 1, 0, item.Key) with { DueAt = item.Due ? Scene.Now : null })]);
        return webhook;
    });

    private static Webhook Webhook(Scene scene) => new()
    {
        OrganisationId = scene.OrganisationId,
        Id = "wh_1",
        Url = "https://hooks.example/a",
        Secret = [1, 2, 3],
        CreatedAt = Scene.Now,
        SeenSequence = 5,
    };

    private static WebhookDelivery Delivery(Webhook webhook, long sequence, int index, string key) =>
        new() { Webhook = webhook.Row, Sequence = sequence, Index = index, OrderKey = key };
}
