using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Core.Sealing;

namespace Quire.AspNetCore.Tests.Webhooks;

public sealed class WebhookRouteTests : IAsyncLifetime
{
    private const string Webhooks = "/api/v1/orgs/main/webhooks";
    private Receiver _receiver = null!;
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.Start();
        _quire = await RunningQuire.Start(options => options with { Secrets = new SecretSeal(new byte[32]), AllowOutbound = [$"127.0.0.1:{_receiver.Port}"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _quire.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_webhook_is_made_shown_without_its_secret_told_of_changes_and_removed()
    {
        var made = await Make(new { url = _receiver.Url("/hook"), events = new[] { "version.created" }, projects = new[] { "prompts" }, description = "chat" });
        var id = made.GetProperty("id").GetString();
        made.GetProperty("secret").GetString()!.ShouldStartWith("whsec_");
        var shown = (await _quire.Client.Get($"{Webhooks}/{id}")).Should(HttpStatusCode.OK).Json;
        shown.TryGetProperty("secret", out _).ShouldBeFalse();
        (shown.GetProperty("url").GetString(), shown.GetProperty("enabled").GetBoolean(), shown.GetProperty("description").GetString()).ShouldBe((_receiver.Url("/hook"), true, "chat"));

        await _quire.Commit(("a.prompt.md", "one"));
        await _receiver.Until(1);

        var (_, headers, body) = _receiver.Received.Single();
        JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("prompt").GetString().ShouldBe("a");
        headers["webhook-signature"].ToString().ShouldStartWith("v1,");
        headers.ContentType.ToString().ShouldBe("application/json");
        headers.UserAgent.ToString().ShouldBe("Quire-Webhooks/1");
        (await _quire.Client.Send("DELETE", $"{Webhooks}/{id}")).Should(HttpStatusCode.NoContent);
        (await _quire.Client.Get($"{Webhooks}/{id}")).ShouldFail(404, "webhook_not_found");
        (await _quire.Client.Get(Webhooks)).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("/fails", "status", 500, "no room")]
    [InlineData("/redirects", "redirect", 302, null)]
    [InlineData("/floods", "status", 500, null)]
    public async Task A_receiver_that_misbehaves_is_bounded_logged_and_tried_again(string path, string error, int status, string? detail)
    {
        var id = (await Make(new { url = _receiver.Url(path) })).GetProperty("id").GetString();
        await _quire.Commit(("a.prompt.md", "one"));
        await _receiver.Until(1);

        var item = await Logged(id!);

        item.GetProperty("state").GetString().ShouldBe("pending");
        item.TryGetProperty("dueAt", out _).ShouldBeTrue();
        var last = item.GetProperty("last");
        (last.GetProperty("error").GetString(), last.GetProperty("status").GetInt32()).ShouldBe((error, status));
        (last.TryGetProperty("detail", out var said) ? said.GetString() : null).ShouldBe(detail);
        _receiver.Received.ShouldAllBe(message => message.Path == path);
        // Nothing else waits for it.
        (await _quire.Client.Send("POST", $"{Webhooks}/{id}/deliveries/{item.GetProperty("id").GetString()}/redeliver")).Should(HttpStatusCode.Accepted);
        await _receiver.Until(2);
    }

    public static TheoryData<string> InnerHosts =>
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "017700000001", "127.0.0.1.", "localhost", "localhost.", "LOCALHOST", "0.0.0.0", "0",
        "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[::127.0.0.1]", "[2002:7f00:1::]",
        "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.0.1", "169.254.169.254", "100.64.0.1", "[fc00::1]", "[fd12::1]", "[fe80::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a9fe:a9fe]",
    ];

    [Theory]
    [MemberData(nameof(InnerHosts))]
    public async Task A_webhook_to_an_inner_host_however_it_is_spelt_is_refused_and_reaches_nobody(string host)
    {
        await using var guarded = await RunningQuire.Start(options => options with { Secrets = new SecretSeal(new byte[32]) });
        var made = (await guarded.Client.Send("POST", Webhooks, new { url = $"http://{host}:{_receiver.Port}/hook" })).Should(HttpStatusCode.Created).Json;

        var answer = (await guarded.Client.Send("POST", $"{Webhooks}/{made.GetProperty("id").GetString()}/ping")).Should(HttpStatusCode.OK).Json;

        answer.GetProperty("delivered").GetBoolean().ShouldBeFalse();
        answer.GetProperty("error").GetString().ShouldBe("refused", answer.ToString());
        _receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ping_arrives_signed_and_says_so()
    {
        var id = (await Make(new { url = _receiver.Url("/hook") })).GetProperty("id").GetString();

        var answer = (await _quire.Client.Send("POST", $"{Webhooks}/{id}/ping")).Should(HttpStatusCode.OK).Json;

        (answer.GetProperty("delivered").GetBoolean(), answer.GetProperty("status").GetInt32()).ShouldBe((true, 200));
        JsonDocument.Parse(_receiver.Received.Single().Body).RootElement.GetProperty("type").GetString().ShouldBe("ping");
    }

    [Fact]
    public async Task A_secret_is_rotated_and_answers_that_show_one_are_not_given_again()
    {
        var made = await Make(new { url = _receiver.Url("/hook") });
        var route = $"{Webhooks}/{made.GetProperty("id").GetString()}/rotate";

        var rotated = (await _quire.Client.Send("POST", route)).Should(HttpStatusCode.OK).Json;

        rotated.GetProperty("secret").GetString().ShouldNotBe(made.GetProperty("secret").GetString());
        rotated.TryGetProperty("previousSecretUntil", out _).ShouldBeTrue();
        (await _quire.Client.Send("POST", route, null, ("Idempotency-Key", "a"))).ShouldFail(400, "idempotency_not_supported");
        (await _quire.Client.Send("POST", Webhooks, new { url = "https://a.example" }, ("Idempotency-Key", "a"))).ShouldFail(400, "idempotency_not_supported");
    }

    [Fact]
    public async Task The_notice_of_a_change_is_for_those_who_manage()
    {
        await Make(new { url = "https://hooks.example/canary" });
        using var reader = await _quire.ClientWith(Permissions.Read | Permissions.Keys);
        using var manager = await _quire.ClientWith(Permissions.Read | Permissions.Manage);

        (await reader.Get("/api/v1/orgs/main/changes")).Text.ShouldNotContain("\"webhook\"");
        var feed = (await manager.Get("/api/v1/orgs/main/changes")).Text;
        feed.ShouldContain("\"kind\":\"webhook\"");
        feed.ShouldNotContain("canary");
    }

    [Fact]
    public async Task Deliveries_are_listed_page_by_page_and_by_state()
    {
        var id = (await Make(new { url = _receiver.Url("/hook") })).GetProperty("id").GetString();
        for (var number = 1; number <= 5; number++)
            await _quire.Commit(("a.prompt.md", $"{number}"));
        await _receiver.Until(5);
        await Logged(id!, settled: true);

        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await _quire.Client.Get($"{Webhooks}/{id}/deliveries?state=delivered&limit=2{(after is null ? "" : $"&after={after}")}")).Should(HttpStatusCode.OK).Json;
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (!page.TryGetProperty("next", out var next))
                break;
            after = next.GetString();
        }
        seen.Count.ShouldBe(5);
        seen.ShouldBe(seen.OrderByDescending(place => long.Parse(place.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)));
        (await _quire.Client.Get($"{Webhooks}/{id}/deliveries?state=dead")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await _quire.Client.Get($"{Webhooks}/{id}/deliveries?state=lost")).ShouldFail(400, "invalid_parameter");
        (await _quire.Client.Send("POST", $"{Webhooks}/{id}/deliveries/99.0/redeliver")).ShouldFail(404, "delivery_not_found");
    }

    [Fact]
    public async Task Without_a_key_to_seal_with_no_webhook_is_made()
    {
        await using var quire = await RunningQuire.Start();
        (await quire.Client.Send("POST", Webhooks, new { url = "https://hooks.example" })).ShouldFail(503, "secrets_unavailable");
    }

    private async Task<JsonElement> Make(object body) => (await _quire.Client.Send("POST", Webhooks, body)).Should(HttpStatusCode.Created).Json;

    // The receiver hears of a message a moment before the log does.
    private async Task<JsonElement> Logged(string id, bool settled = false)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
            var items = (await _quire.Client.Get($"{Webhooks}/{id}/deliveries")).Json.GetProperty("items").EnumerateArray().ToList();
            if (items.Count > 0 && (settled ? items.TrueForAll(item => item.GetProperty("state").GetString() == "delivered") : items[0].TryGetProperty("last", out _)))
                return items[0];
        }
    }
}
