using System.Text;
using Quire.Core.Outbound;

namespace Quire.Outbound.Tests;

public sealed class GuardedOutboundTests
{
    private const string Fine = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.1")]
    [InlineData("http://127.8.9.1")]
    [InlineData("http://2130706433")]
    [InlineData("http://0x7f000001")]
    [InlineData("http://0x7f.0.0.1")]
    [InlineData("http://0177.0.0.1")]
    [InlineData("http://017700000001")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://0")]
    [InlineData("http://localhost")]
    [InlineData("http://LOCALHOST")]
    [InlineData("http://localhost.")]
    [InlineData("http://127.0.0.1.")]
    [InlineData("http://１２７.０.０.１")]
    [InlineData("http://[::1]")]
    [InlineData("http://[::]")]
    [InlineData("http://[0:0:0:0:0:0:0:1]")]
    [InlineData("http://[::ffff:127.0.0.1]")]
    [InlineData("http://[::ffff:7f00:1]")]
    [InlineData("http://[::127.0.0.1]")]
    [InlineData("http://[64:ff9b::127.0.0.1]")]
    public async Task No_spelling_of_an_inner_address_reaches_a_listener(string host)
    {
        await using var listener = new Listener(Fine);
        using var way = Open(new OutboundRules([]), new SystemNames());

        var error = await Refusal(way, $"{host}:{listener.Port}/");

        error.Failure.ShouldBeOneOf(OutboundFailure.Refused, OutboundFailure.Unreachable);
        listener.Connections.ShouldBe(0);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("fd00::1")]
    public async Task A_name_that_stands_for_an_inner_address_is_refused(string address)
    {
        using var way = Open(new OutboundRules([]), new FakeNames(address));

        var error = await Refusal(way, "https://hooks.example/");

        error.Failure.ShouldBe(OutboundFailure.Refused);
        error.Message.ShouldContain("hooks.example");
        error.Message.ShouldNotContain(address);
    }

    [Fact]
    public async Task One_inner_address_among_outer_ones_is_enough_to_refuse()
    {
        await using var listener = new Listener(Fine);
        using var way = Open(new OutboundRules([]), new FakeNames("127.0.0.1", "93.184.215.14"));

        (await Refusal(way, $"http://hooks.example:{listener.Port}/")).Failure.ShouldBe(OutboundFailure.Refused);
        listener.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_the_connection_goes_to_what_was_checked()
    {
        await using var listener = new Listener(Fine);
        var names = new FakeNames("127.0.0.1");
        using var way = Open(new OutboundRules(["127.0.0.0/8"]), names);

        var answer = await way.Send(Get($"http://hooks.example:{listener.Port}/"), TestContext.Current.CancellationToken);

        answer.Status.ShouldBe(200);
        names.Asked.ShouldBe(1);
        listener.Requests.Single().ShouldContain($"Host: hooks.example:{listener.Port}");
    }

    [Fact]
    public async Task What_the_operator_allows_is_reached_and_only_at_its_port()
    {
        await using var listener = new Listener(Fine);
        using var way = Open(new OutboundRules([$"localhost:{listener.Port}"]), new SystemNames());

        var answer = await way.Send(Get($"http://localhost:{listener.Port}/"), TestContext.Current.CancellationToken);

        Encoding.UTF8.GetString(answer.Body.Span).ShouldBe("hello");
        answer.ContentType.ShouldBe("text/plain");
        (await Refusal(way, $"http://localhost:{(listener.Port == 1 ? 2 : 1)}/")).Failure.ShouldBe(OutboundFailure.Refused);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var inner = new Listener(Fine);
        await using var outer = new Listener($"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{inner.Port}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var way = Open(new OutboundRules([$"localhost:{outer.Port}"]), new SystemNames());

        var answer = await way.Send(Get($"http://localhost:{outer.Port}/"), TestContext.Current.CancellationToken);

        answer.Status.ShouldBe(302);
        inner.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_large_answer_only_the_wanted_part_is_read()
    {
        await using var listener = new Listener(async (stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10485760\r\n\r\n"u8.ToArray(), cancellation);
            for (var i = 0; i < 160; i++)
                await stream.WriteAsync(new byte[64 * 1024], cancellation);
        });
        using var way = Open(new OutboundRules(["127.0.0.1"]), new SystemNames());

        var answer = await way.Send(Get($"http://127.0.0.1:{listener.Port}/") with { MaxAnswerBytes = 1000 }, TestContext.Current.CancellationToken);

        answer.Body.Length.ShouldBe(1000);
        answer.IsCut.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        await using var listener = new Listener(async (stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx"u8.ToArray(), cancellation);
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        using var way = Open(new OutboundRules(["127.0.0.1"]), new SystemNames());

        var error = await Should.ThrowAsync<OutboundException>(() => way.Send(
            Get($"http://127.0.0.1:{listener.Port}/") with { Timeout = TimeSpan.FromMilliseconds(300) }, TestContext.Current.CancellationToken));

        error.Failure.ShouldBe(OutboundFailure.TimedOut);
    }

    [Fact]
    public async Task Packed_answers_stay_packed()
    {
        await using var listener = new Listener("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
        using var way = Open(new OutboundRules(["127.0.0.1"]), new SystemNames());

        var answer = await way.Send(Get($"http://127.0.0.1:{listener.Port}/"), TestContext.Current.CancellationToken);

        Encoding.UTF8.GetString(answer.Body.Span).ShouldBe("abc");
    }

    [Fact]
    public async Task Headers_without_end_are_given_up()
    {
        await using var listener = new Listener(async (stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancellation);
            for (var i = 0; i < 100_000; i++)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-{i}: {new string('y', 100)}\r\n"), cancellation);
        });
        using var way = Open(new OutboundRules(["127.0.0.1"]), new SystemNames());

        (await Refusal(way, $"http://127.0.0.1:{listener.Port}/")).Failure.ShouldBe(OutboundFailure.Unreachable);
    }

    [Fact]
    public async Task The_body_and_the_headers_arrive_as_they_were_given()
    {
        await using var listener = new Listener(Fine);
        using var way = Open(new OutboundRules(["127.0.0.1"]), new SystemNames());

        await way.Send(Get($"http://127.0.0.1:{listener.Port}/hook?x=1") with
        {
            Method = "POST",
            Body = "{}"u8.ToArray(),
            Headers = new Dictionary<string, string> { ["webhook-id"] = "m1" },
        }, TestContext.Current.CancellationToken);

        var request = listener.Requests.Single();
        request.ShouldStartWith("POST /hook?x=1 HTTP/1.1\r\n");
        request.ShouldContain("webhook-id: m1\r\n");
        request.ShouldContain("Content-Type: application/json\r\n");
    }

    private static GuardedOutbound Open(OutboundRules rules, INames names) => new(rules, names, TimeProvider.System);

    private static OutboundRequest Get(string url) => new() { Method = "GET", Url = OutboundUrl.Parse(url) };

    private static Task<OutboundException> Refusal(GuardedOutbound way, string url) =>
        Should.ThrowAsync<OutboundException>(() => way.Send(Get(url), TestContext.Current.CancellationToken));
}
