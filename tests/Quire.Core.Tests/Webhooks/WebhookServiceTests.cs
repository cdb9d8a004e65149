using System.Security.Cryptography;
using System.Text;
using Quire.Core.Access;
using Quire.Core.Sealing;
using Quire.Core.Webhooks;

namespace Quire.Core.Tests.Webhooks;

public sealed class WebhookServiceTests
{
    [Fact]
    public async Task Messages_are_signed_as_the_specification_says_and_the_secret_is_shown_once()
    {
        await using var shop = await WebhookShop.Open();
        var made = await shop.Service.Create(shop.Shop.Owner, new NewWebhook { Url = "https://hooks.example/a" });
        made.Secret!.ShouldStartWith("whsec_");
        var key = Convert.FromBase64String(made.Secret!["whsec_".Length..]);
        key.Length.ShouldBe(32);
        await shop.Commit("a", "one");
        await shop.Deliver();

        var message = shop.Receiver.Received.ShouldHaveSingleItem();
        byte[] content = [.. Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}."), .. message.Body];
        var signed = HMACSHA256.HashData(key, content);
        message.Signature.ShouldBe("v1," + Convert.ToBase64String(signed));
        message.Timestamp.ShouldBe(shop.Clock.GetUtcNow().ToUnixTimeSeconds());
        var stored = await shop.Get(made.Webhook.Id);
        stored.Secret.AsSpan().IndexOf(key).ShouldBe(-1);
    }

    [Fact]
    public void A_signature_is_that_of_the_specifications_example()
    {
        var key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        WebhookSecret.Sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_for_a_day()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        await shop.Commit("a", "one");
        await shop.Deliver();
        var rotated = await shop.Service.Rotate(shop.Shop.Owner, id);
        await shop.Commit("a", "two");
        await shop.Deliver();
        shop.Clock.Advance(WebhookService.Overlap);
        await shop.Commit("a", "three");
        await shop.Deliver();

        shop.Receiver.Received.Select(message => message.Signature.Split(' ').Length).ShouldBe([1, 2, 1]);
        var key = Convert.FromBase64String(rotated.Secret!["whsec_".Length..]);
        foreach (var message in shop.Receiver.Received.Skip(1))
            message.Signature.Split(' ')[0].ShouldBe(WebhookSecret.Sign(key, message.Id, message.Timestamp, message.Body));
    }

    [Fact]
    public async Task Another_host_gets_another_secret_and_the_same_host_keeps_it()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        var before = (await shop.Get(id)).Secret;

        (await shop.Service.Patch(shop.Shop.Owner, id, new WebhookPatch { Url = "https://hooks.example/b" })).Secret.ShouldBeNull();
        (await shop.Get(id)).Secret.ShouldBe(before);
        foreach (var url in new[] { "https://other.example/b", "http://other.example/b", "http://other.example:81/b" })
            (await shop.Service.Patch(shop.Shop.Owner, id, new WebhookPatch { Url = url })).Secret.ShouldNotBeNull();
        (await shop.Get(id)).PreviousSecret.ShouldBeNull();
    }

    [Fact]
    public async Task A_secret_opens_in_its_own_row_with_its_own_key_only()
    {
        var kept = WebhookShop.Seal.Seal(1, "webhook/a", "canary"u8);

        WebhookShop.Seal.Open(1, "webhook/a", kept).ShouldBe("canary"u8.ToArray());
        WebhookShop.Seal.Open(2, "webhook/a", kept).ShouldBeNull();
        WebhookShop.Seal.Open(1, "webhook/b", kept).ShouldBeNull();
        new SecretSeal(new byte[31]).Open(1, "webhook/a", kept).ShouldBeNull();
        SecretSeal.Missing.Open(1, "webhook/a", kept).ShouldBeNull();
        (await Workshop.Refusal(() => Task.Run(() => SecretSeal.Missing.Seal(1, "webhook/a", [1])))).Code.ShouldBe("secrets_unavailable");
    }

    [Fact]
    public async Task A_webhook_whose_secret_cannot_be_opened_sends_nothing_unsigned_and_says_why()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        await shop.Commit("a", "one");
        var other = new WebhookDeliverer(shop.Shop.Store, shop.Shop.Signal, shop.Receiver, new SecretSeal(new byte[20]), shop.Clock);
        await other.CatchUp(TestContext.Current.CancellationToken);

        shop.Receiver.Received.ShouldBeEmpty();
        (await shop.Log(id)).ShouldHaveSingleItem().Answer!.Error.ShouldBe("secret_unreadable");
    }

    [Fact]
    public async Task An_answer_that_repeats_the_secret_is_logged_without_it()
    {
        await using var shop = await WebhookShop.Open();
        var made = await shop.Service.Create(shop.Shop.Owner, new NewWebhook { Url = "https://hooks.example/a" });
        shop.Receiver.Fails(_ => true, 500, $"SECRET={made.Secret} failed");
        await shop.Commit("a", "one");
        await shop.Deliver();

        (await shop.Log(made.Webhook.Id)).ShouldHaveSingleItem().Answer!.Detail.ShouldBe("SECRET=whsec_… failed");
    }

    [Fact]
    public async Task A_ping_tells_what_came_of_it_also_where_the_webhook_is_disabled()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add();
        await shop.Service.Patch(shop.Shop.Owner, id, new WebhookPatch { Enabled = false });
        shop.Receiver.Fails(_ => true, 418, "teapot");

        var answer = await shop.Deliveries.Ping(shop.Shop.Owner, id);

        (answer.Status, answer.Error, answer.Detail).ShouldBe((418, "status", "teapot"));
        shop.Receiver.Told.ShouldBe(["ping"]);
        (await shop.Get(id)).DisabledReason.ShouldBe("by_hand");
        (await shop.Log(id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ftp://hooks.example/", "invalid_url")]
    [InlineData("https://user:word@hooks.example/", "invalid_url")]
    [InlineData("hooks", "invalid_url")]
    public async Task Urls_that_nothing_can_be_sent_to_are_refused(string url, string code)
    {
        await using var shop = await WebhookShop.Open();
        var error = await Workshop.Refusal(() => shop.Service.Create(shop.Shop.Owner, new NewWebhook { Url = url }));
        error.Code.ShouldBe(code);
        error.Message.ShouldNotContain(url);
    }

    [Fact]
    public async Task Unknown_events_and_projects_and_too_many_webhooks_are_refused()
    {
        await using var shop = await WebhookShop.Open();
        (await Workshop.Refusal(() => shop.Add(events: ["set.released"]))).Code.ShouldBe("invalid_webhook");
        (await Workshop.Refusal(() => shop.Add(projects: ["nowhere"]))).Code.ShouldBe("project_not_found");
        for (var count = 0; count < 100; count++)
            await shop.Add();
        (await Workshop.Refusal(() => shop.Add())).Code.ShouldBe("too_large");
    }

    [Fact]
    public async Task A_key_manages_the_webhooks_that_tell_of_no_more_than_it_reaches()
    {
        await using var shop = await WebhookShop.Open();
        await shop.Shop.Projects.Create(shop.Shop.Owner, "other");
        var limited = (await shop.Shop.Keys.Authenticate((await shop.Shop.Keys.Create(shop.Shop.Owner, new NewKey { Name = "limited", Permissions = Permissions.Read | Permissions.Manage, Projects = ["other"] })).Secret))!;
        var all = await shop.Add();
        var prompts = await shop.Add(projects: ["prompts"]);
        var other = await shop.Add(projects: ["other"]);

        (await shop.Service.List(limited)).Select(webhook => webhook.Id).ShouldBe([other]);
        foreach (var id in new[] { all, prompts })
            (await Workshop.Refusal(() => shop.Service.Remove(limited, id))).Code.ShouldBe("webhook_not_found");
        (await Workshop.Refusal(() => shop.Service.Create(limited, new NewWebhook { Url = "https://hooks.example" }))).Code.ShouldBe("forbidden");
        (await Workshop.Refusal(() => shop.Service.Patch(limited, other, new WebhookPatch { Projects = [] }))).Code.ShouldBe("forbidden");
        (await Workshop.Refusal(() => shop.Service.Patch(limited, other, new WebhookPatch { Projects = ["prompts"] }))).Code.ShouldBe("project_not_found");
        (await Workshop.Refusal(async () => await shop.Service.List(await shop.Shop.Bound("acme")))).Code.ShouldBe("forbidden");
        await shop.Service.Remove(limited, other);
        (await shop.Service.List(shop.Shop.Owner)).Select(webhook => webhook.Id).ShouldBe([all, prompts]);
    }

    [Fact]
    public async Task Every_change_of_a_webhook_stands_in_the_feed_by_its_id_alone()
    {
        await using var shop = await WebhookShop.Open();
        var id = await shop.Add(url: "https://hooks.example/canary");
        await shop.Service.Rotate(shop.Shop.Owner, id);
        await shop.Service.Patch(shop.Shop.Owner, id, new WebhookPatch { Enabled = false, Description = "canary" });
        await shop.Service.Remove(shop.Shop.Owner, id);

        var rows = (await shop.Shop.Feed.List(shop.Shop.Owner, 0, int.MaxValue)).Select(item => item.Row!).Where(row => row.Kind == "webhook").ToList();
        rows.Select(row => (row.Name, row.Old, row.New)).ShouldBe([(id, null, "enabled"), (id, "enabled", "rotated"), (id, "enabled", "disabled: by_hand"), (id, "disabled: by_hand", null)]);
        var ledger = await shop.Shop.Store.Read(session => session.Ledger.List(shop.Shop.Owner.OrganisationId, 0, 1000));
        ledger.ShouldAllBe(leaf => !leaf.Body.Contains("canary"));
        (await shop.Shop.Verifier.Verify(shop.Shop.Owner)).Problems.ShouldBeEmpty();
    }
}
