using Quire.Core.Changes;
using Quire.Core.Merging;
using Quire.Core.Outbound;
using Quire.Core.Webhooks;
using Quire.Testing;

namespace Quire.Core.Tests.Webhooks;

public sealed class DelivererTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(7);

    [Fact]
    public async Task A_webhook_is_told_of_versions_aliases_and_merges_since_it_was_made()
    {
        await using var shop = await WebhookShop.Open();
        await shop.Commit("a", "before");
        await shop.Add();
        await shop.Commit("a", "two");
        await shop.Alias("a", "production", 1);
        await shop.Alias("a", "production", null);
        await shop.Shop.CommitTo("side", "Side", ("b.prompt.md", "side"));
        await shop.Merge("side");

        await shop.Deliver();

        shop.Receiver.Told.ShouldBe(["a 2", "a production 1", "a production ", "main", "b 1"], ignoreOrder: true);
        shop.Receiver.Received.Select(message => message.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task The_body_says_what_happened_with_the_feeds_number_and_without_any_text_of_the_prompt()
    {
        await using var shop = await WebhookShop.Open();
        await shop.Commit("a", "one");
        var id = await shop.Add();
        var applied = await shop.Commit("a", "canary");

        await shop.Deliver();

        var message = shop.Receiver.Received.ShouldHaveSingleItem();
        var row = (await shop.Shop.Feed.List(shop.Shop.Owner, applied.Sequence - 1, int.MaxValue)).Single(item => item.Row!.Kind == "latest");
        System.Text.Encoding.UTF8.GetString(message.Body).ShouldBe(
            """{"type":"version.created","timestamp":"2026-01-01T00:00:00.000000Z","format":1,"data":{"organisation":"main","project":"prompts","""
            + $"\"sequence\":{applied.Sequence},\"index\":{row.Index},\"actor\":\"owner\",\"prompt\":\"a\",\"promptId\":{row.Row!.PromptId},\"version\":2,\"previous\":1}}}}");
        message.Id.ShouldBe($"msg_{id}_{applied.Sequence}_{row.Index}");
        message.Url.ShouldBe(new Uri("https://hooks.example/a"));
    }

    [Theory]
    [InlineData(MergeMode.Auto)]
    [InlineData(MergeMode.Squash)]
    [InlineData(MergeMode.Merge)]
    public async Task Every_way_of_merging_is_told_with_what_was_merged(MergeMode mode)
    {
        await using var shop = await WebhookShop.Open();
        await shop.Commit("a", "one");
        await shop.Add(events: ["branch.merged"]);
        var side = (await shop.Shop.CommitTo("side", "Side", ("b.prompt.md", "side"))).Head;
        var outcome = await shop.Merge("side", mode);

        await shop.Deliver();

        var data = shop.Receiver.Received.ShouldHaveSingleItem().Data;
        (data.GetProperty("merged").GetString(), data.GetProperty("head").GetString(), data.GetProperty("branch").GetString()).ShouldBe((side, outcome.Applied!.Head, "main"));
    }

    [Fact]
    public async Task A_version_that_is_deleted_and_comes_back_was_not_created_again()
    {
        await using var shop = await WebhookShop.Open();
        await shop.Commit("a", "one");
        await shop.Commit("a", "two");
        await shop.Add();
        foreach (var value in new[] { "true", null })
            await shop.Shop.Writer.Annotate(shop.Shop.Owner, Workshop.Project, [new AnnotationMove("a", 2, AnnotationKeys.Tombstone, value)]);
        await shop.Commit("a", "three");

        await shop.Deliver();

        shop.Receiver.Told.ShouldBe(["a 3"]);
    }

    [Fact]
    public async Task A_webhook_is_told_of_its_events_and_projects_only()
    {
        await using var shop = await WebhookShop.Open();
        await shop.Shop.Projects.Create(shop.Shop.Owner, "other");
        await shop.Add(events: ["alias.moved"], url: "https://hooks.example/aliases");
        await shop.Add(projects: ["other"], url: "https://hooks.example/other");
        await shop.Commit("a", "one");
        await shop.Alias("a", "production", 1);

        await shop.Deliver();

        var message = shop.Receiver.Received.ShouldHaveSingleItem();
        (message.Url.AbsolutePath, message.Told).ShouldBe(("/aliases", "a production 1"));
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_with_the_same_id_and_body_and_holds_up_its_own_prompt_only()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        shop.Receiver.Fails(message => message.Told.StartsWith("a ", StringComparison.Ordinal));
        await shop.Commit("a", "one");
        await shop.Commit("a", "two");
        await shop.Commit("b", "one");
        await shop.Commit("b", "two");
        await shop.Deliver();

        shop.Receiver.Told.ShouldBe(["a 1", "b 1", "b 2"], ignoreOrder: true);
        await shop.Deliver(TimeSpan.FromSeconds(3.9));
        shop.Receiver.Received.Count.ShouldBe(3);
        shop.Receiver.Fails(_ => false);
        await shop.Deliver(TimeSpan.FromSeconds(2.2));

        shop.Receiver.Told.Where(told => told.StartsWith('a')).ShouldBe(["a 1", "a 1", "a 2"]);
        var twice = shop.Receiver.Received.Where(message => message.Told == "a 1").ToList();
        twice[1].Id.ShouldBe(twice[0].Id);
        twice[1].Body.ShouldBe(twice[0].Body);
        twice[1].Timestamp.ShouldBeGreaterThan(twice[0].Timestamp);
        (await shop.Log(id)).Select(item => (item.State, item.Attempts)).ShouldBe(
            [(DeliveryState.Delivered, 2), (DeliveryState.Delivered, 1), (DeliveryState.Delivered, 1), (DeliveryState.Delivered, 1)]);
    }

    [Fact]
    public async Task What_hangs_holds_up_its_own_prompt_only()
    {
        await using var shop = await WebhookShop.Open();
        await shop.Add();
        var hanging = new TaskCompletionSource<OutboundAnswer>();
        var others = new TaskCompletionSource();
        shop.Receiver.Answer = message =>
        {
            if (message.Told == "b 3")
                others.SetResult();
            return message.Told == "a 1" ? hanging.Task : Task.FromResult(FakeReceiver.Says(200));
        };
        foreach (var text in new[] { "one", "two", "three" })
        {
            await shop.Commit("a", text);
            await shop.Commit("b", text);
        }

        var delivering = shop.Deliver();
        await others.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        shop.Receiver.Told.Count(told => told.StartsWith('a')).ShouldBe(1);
        hanging.SetResult(FakeReceiver.Says(200));
        await delivering;

        shop.Receiver.Told.Where(told => told.StartsWith('a')).ShouldBe(["a 1", "a 2", "a 3"]);
    }

    [Fact]
    public async Task After_twelve_attempts_in_two_and_a_half_days_a_message_is_dead_and_its_prompt_goes_on()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        shop.Receiver.Fails(message => message.Told == "a 1");
        await shop.Commit("a", "one");
        await shop.Commit("a", "two");
        var began = shop.Clock.GetUtcNow();
        for (var hours = 0; hours < 70 && (await shop.Log(id)) is not [{ State: DeliveryState.Dead }, ..]; hours++)
        {
            // Something arrives all the time, so the webhook is not given up.
            await shop.Commit("c", $"{hours}");
            await shop.Deliver();
            for (var minutes = 0; minutes < 60; minutes += 5)
                await shop.Deliver(TimeSpan.FromMinutes(5));
        }
        await shop.Deliver();

        (shop.Clock.GetUtcNow() - began).TotalHours.ShouldBeInRange(48, 70);
        shop.Receiver.Told.Count(told => told == "a 1").ShouldBe(12);
        shop.Receiver.Told.Count(told => told == "a 2").ShouldBe(1);
        (await shop.Get(id)).DisabledReason.ShouldBeNull();
    }

    [Fact]
    public async Task A_webhook_to_which_nothing_arrives_for_two_days_is_disabled_and_the_feed_says_so()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        shop.Receiver.Fails(_ => true);
        await shop.Commit("a", "one");
        await shop.Deliver();
        (await shop.Get(id)).FailingSince.ShouldBe(shop.Clock.GetUtcNow());
        for (var hours = 0; hours < 90; hours++)
            await shop.Deliver(TimeSpan.FromHours(1));

        (await shop.Get(id)).DisabledReason.ShouldBe("failing");
        var notice = (await shop.Shop.Feed.List(shop.Shop.Owner, 0, int.MaxValue)).Single(item => item.Row is { Kind: "webhook", New: "disabled: failing" }).Row!;
        (notice.Name, notice.Actor, notice.Old).ShouldBe((id, "webhooks", "enabled"));

        // What happens meanwhile waits in the feed, and is sent when it is enabled again.
        await shop.Commit("a", "two");
        shop.Receiver.Fails(_ => false);
        await shop.Deliver(TimeSpan.FromDays(30));
        shop.Receiver.Told.ShouldNotContain("a 2");
        await shop.Service.Patch(shop.Shop.Owner, id, new WebhookPatch { Enabled = true });
        await shop.Deliver();
        shop.Receiver.Told.ShouldContain("a 2");
        (await shop.Get(id)).FailingSince.ShouldBeNull();
    }

    [Fact]
    public async Task A_receiver_that_says_410_is_not_asked_again()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        shop.Receiver.Fails(_ => true, 410);
        await shop.Commit("a", "one");
        await shop.Commit("b", "one");
        await shop.Deliver();
        await shop.Deliver(TimeSpan.FromDays(1));

        (await shop.Get(id)).DisabledReason.ShouldBe("gone");
        shop.Receiver.Received.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(301, "redirect")]
    [InlineData(404, "status")]
    [InlineData(503, "status")]
    public async Task Only_success_is_success(int status, string error)
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        shop.Receiver.Fails(_ => true, status, "line one\r\n\u001b[31mline\u202e two" + new string('x', 2000));
        await shop.Commit("a", "one");
        await shop.Deliver();

        var item = (await shop.Log(id)).ShouldHaveSingleItem();
        (item.State, item.Answer!.Status, item.Answer.Error).ShouldBe((DeliveryState.Pending, status, error));
        item.Answer.Detail.ShouldStartWith("line one   [31mline twoxxx");
        item.Answer.Detail.Length.ShouldBe(500);
    }

    [Theory]
    [InlineData(OutboundFailure.Refused, "refused")]
    [InlineData(OutboundFailure.TimedOut, "timed_out")]
    [InlineData(OutboundFailure.Unreachable, "unreachable")]
    public async Task A_receiver_that_is_not_reached_is_logged_and_tried_again(OutboundFailure failure, string error)
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        shop.Receiver.Answer = _ => Task.FromException<OutboundAnswer>(new OutboundException(failure, "why"));
        await shop.Commit("a", "one");
        await shop.Deliver();

        var item = (await shop.Log(id)).ShouldHaveSingleItem();
        (item.State, item.Answer!.Status, item.Answer.Error, item.Answer.Detail).ShouldBe((DeliveryState.Pending, null, error, "why"));
        await shop.Deliver(Soon);
        shop.Receiver.Received.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_is_sent_again_by_hand_with_its_id_also_where_it_is_dead_or_arrived()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        await shop.Commit("a", "one");
        await shop.Commit("a", "two");
        await shop.Deliver();
        var first = (await shop.Log(id))[0];

        await shop.Deliveries.Redeliver(shop.Shop.Owner, id, first.Sequence, first.Index);
        await shop.Commit("a", "three");
        await shop.Deliver();

        shop.Receiver.Told.ShouldBe(["a 1", "a 2", "a 1", "a 3"]);
        shop.Receiver.Received[2].Id.ShouldBe(shop.Receiver.Received[0].Id);
        (await Workshop.Refusal(() => shop.Deliveries.Redeliver(shop.Shop.Owner, id, 9_999, 0))).Code.ShouldBe("delivery_not_found");
    }

    [Fact]
    public async Task A_redelivery_that_fails_keeps_the_order_of_what_waits_behind_it()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        await shop.Commit("a", "one");
        await shop.Deliver();
        var first = (await shop.Log(id))[0];
        shop.Receiver.Fails(message => message.Told == "a 1");
        await shop.Deliveries.Redeliver(shop.Shop.Owner, id, first.Sequence, first.Index);
        await shop.Commit("a", "two");
        await shop.Commit("a", "three");
        await shop.Deliver();
        shop.Receiver.Told.ShouldBe(["a 1", "a 1"]);
        (await Workshop.Refusal(async () => await shop.Deliveries.Redeliver(shop.Shop.Owner, id, (await shop.Log(id))[1].Sequence, (await shop.Log(id))[1].Index))).Code.ShouldBe("delivery_waits");

        shop.Receiver.Fails(_ => false);
        await shop.Deliver(Soon);

        shop.Receiver.Told.ShouldBe(["a 1", "a 1", "a 1", "a 2", "a 3"]);
    }

    [Fact]
    public async Task The_log_keeps_the_newest_thousand_that_arrived()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add(events: ["alias.moved"]);
        await shop.Shop.Commit([.. Enumerable.Range(0, 200).Select(number => ($"p{number}.prompt.md", (string?)"x"))]);
        for (var round = 0; round < 7; round++)
        {
            var alias = $"a{round}";
            await shop.Shop.Writer.Annotate(shop.Shop.Owner, Workshop.Project, [.. Enumerable.Range(0, 200).Select(number => new AliasMove($"p{number}", alias, new AliasTarget(1)))]);
            await shop.Deliver();
        }

        shop.Receiver.Received.Count.ShouldBe(1400);
        (await shop.Shop.Store.Read(session => session.Webhooks.ListDeliveries(1, null, null, 5000))).Count.ShouldBeInRange(1000, 1100);
        (await shop.Log(id))[^1].Sequence.ShouldBe(await shop.Shop.Sequence());
    }

    [Fact]
    public async Task A_change_of_more_rows_than_are_read_at_once_arrives_whole()
    {
        await using var shop = await WebhookShop.Open();
        await shop.Add(events: ["alias.moved"]);
        await shop.Shop.Commit([.. Enumerable.Range(0, 600).Select(number => ($"p{number}.prompt.md", (string?)"x"))]);
        await shop.Shop.Writer.Annotate(shop.Shop.Owner, Workshop.Project,
            [.. Enumerable.Range(0, 1200).Select(number => new AliasMove($"p{number % 600}", number < 600 ? "one" : "two", new AliasTarget(1)))]);

        await shop.Deliver();

        shop.Receiver.Received.Count.ShouldBe(1200);
        shop.Receiver.Told.ShouldBeUnique();
        shop.Receiver.Told.Where(told => told.StartsWith("p7 ", StringComparison.Ordinal)).ShouldBe(["p7 one 1", "p7 two 1"]);
    }

    [Fact]
    public async Task What_a_webhook_is_not_told_of_is_noted_as_read_now_and_then()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add(events: ["alias.moved"]);
        var before = (await shop.Get(id)).SeenSequence;
        await shop.Commit("a", "one");
        await shop.Deliver();
        (await shop.Get(id)).SeenSequence.ShouldBe(before);

        for (var number = 0; number < 600; number++)
            await shop.Shop.Keys.Create(shop.Shop.Owner, new Core.Access.NewKey { Name = $"{number}", Permissions = Core.Access.Permissions.Read });
        await shop.Deliver();
        (await shop.Get(id)).SeenSequence.ShouldBeGreaterThan(before + 500);

        await shop.Alias("a", "production", 1);
        await shop.Deliver();
        (await shop.Get(id)).SeenSequence.ShouldBe(await shop.Shop.Sequence());
        shop.Receiver.Told.ShouldBe(["a production 1"]);
    }

    [Fact]
    public async Task Of_random_histories_with_random_faults_everything_arrives_in_order_per_prompt()
    {
        await using var shop = await WebhookShop.Open();
        var random = Seeds.NewRandom();
        var id = await shop.Add();
        var expected = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        shop.Receiver.Answer = _ => Task.FromResult(FakeReceiver.Says(random.Next(3) == 0 ? 500 : 200));
        for (var change = 0; change < 120; change++)
        {
            var prompt = $"p{random.Next(6)}";
            await shop.Commit(prompt, $"{change}");
            var told = expected.TryGetValue(prompt, out var known) ? known : expected[prompt] = [];
            told.Add($"{prompt} {told.Count + 1}");
            if (random.Next(4) == 0)
                await shop.Deliver(TimeSpan.FromSeconds(random.Next(30)));
        }
        shop.Receiver.Fails(_ => false);
        await shop.Deliver(TimeSpan.FromHours(6));

        foreach (var (prompt, told) in expected)
            shop.Receiver.Told.Where(item => item.StartsWith(prompt + " ", StringComparison.Ordinal)).Distinct().ShouldBe(told);
        (await shop.Log(id)).ShouldAllBe(item => item.State == DeliveryState.Delivered);
    }
}
