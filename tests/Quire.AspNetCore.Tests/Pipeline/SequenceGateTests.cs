using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Pipeline;

public sealed class SequenceGateTests
{
    [Fact]
    public async Task A_read_waits_for_the_change_that_it_names()
    {
        await using var quire = await RunningQuire.Start(options => options with { SequenceWait = TimeSpan.FromSeconds(30) });
        var last = await Last(quire);
        var reading = quire.Client.Get("/api/v1/orgs/main/projects/later", ("Quire-Min-Sequence", $"{last + 1}"));
        reading.IsCompleted.ShouldBeFalse();
        (await quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "later" })).Header("Quire-Sequence").ShouldBe($"{last + 1}");
        (await reading).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_change_that_does_not_come_is_answered_503_with_the_number_reached()
    {
        await using var quire = await RunningQuire.Start(options => options with { SequenceWait = TimeSpan.FromMilliseconds(50) });
        var last = await Last(quire);
        var reply = (await quire.Client.Get("/api/v1/me", ("Quire-Min-Sequence", $"{last + 5}"))).ShouldFail(503, "sequence_not_reached");
        reply.Json.GetProperty("reached").GetString().ShouldBe($"{last}");
    }

    [Theory]
    [InlineData("0", 200)]
    [InlineData("1", 200)]
    [InlineData("x", 400)]
    [InlineData("-1", 400)]
    [InlineData("1.5", 400)]
    [InlineData("99999999999999999999", 400)]
    public async Task The_header_is_a_number(string value, int status)
    {
        await using var quire = await RunningQuire.Start();
        var reply = await quire.Client.Get("/api/v1/me", ("Quire-Min-Sequence", value));
        ((int)reply.Status).ShouldBe(status);
        if (status == 400)
            reply.ShouldFail(400, "invalid_header");
    }

    [Fact]
    public async Task An_answer_kept_ready_waits_too()
    {
        await using var quire = await RunningQuire.Start(options => options with { SequenceWait = TimeSpan.FromMilliseconds(50) });
        await quire.Commit(("a.prompt.md", "A"));
        (await quire.Client.Get($"{Sending.Project}/prompts/a")).Should(HttpStatusCode.OK);
        (await quire.Client.Get($"{Sending.Project}/prompts/a", ("Quire-Min-Sequence", "9999"))).ShouldFail(503, "sequence_not_reached");
    }

    private static async Task<long> Last(RunningQuire quire) => (await quire.Client.Get("/api/v1/orgs/main/changes")).Json.GetProperty("sequence").GetInt64();
}
