using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Pipeline;

/// <summary>Paths that two readers could read differently. They are sent byte for byte: clients would tidy them up.</summary>
public sealed class PathAttackTests : IAsyncLifetime
{
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        await _quire.Commit(("support/answer.prompt.md", "Hello"), ("a b.prompt.md", "Spaced"), ("ü.prompt.md", "Umlaut"));
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Theory]
    [InlineData("/prompts/support%2Fanswer")]
    [InlineData("/prompts/support%2fanswer")]
    [InlineData("/prompts/%73upport%2Fanswer")]
    [InlineData("/prompts/a%20b")]
    [InlineData("/prompts/%C3%BC")]
    [InlineData("/prompts/support%2Fanswer/")]
    [InlineData("/prompts/support%2Fanswer/source")]
    public async Task A_path_encoded_once_finds_its_prompt(string target) =>
        (await _quire.RawGet(Sending.Project + target)).ShouldStartWith("HTTP/1.1 200");

    [Theory]
    [InlineData("/prompts/support%252Fanswer", "invalid_name")]
    [InlineData("/prompts/support%5Canswer", "invalid_path")]
    [InlineData("/prompts/support\\answer", "invalid_path")]
    [InlineData("/prompts/..%2Fanswer", "invalid_name")]
    [InlineData("/prompts/%2E%2E%2Fanswer", "invalid_name")]
    [InlineData("/prompts/support%2F..%2Fanswer", "invalid_name")]
    [InlineData("/prompts/support%2F%2Fanswer", "invalid_name")]
    [InlineData("/prompts/%2Fsupport%2Fanswer", "invalid_name")]
    [InlineData("/prompts/support%2Fanswer%3Bx", "invalid_name")]
    [InlineData("/prompts/support%2Fanswer;x=1", "invalid_name")]
    [InlineData("/prompts/support%2Fanswer%zz", "invalid_path")]
    [InlineData("/prompts/support%2Fanswer%2", "invalid_path")]
    [InlineData("/prompts/support%2Fanswer%FF", "invalid_path")]
    [InlineData("/prompts/support%2Fanswer%C0%AF", "invalid_path")]
    [InlineData("/prompts/support%2Fanswer%ED%A0%80", "invalid_path")]
    [InlineData("/prompts/support%2Fanswer%25", "invalid_name")]
    [InlineData("/prompts/support%2Fanswer.prompt.md", "invalid_name")]
    [InlineData("/prompts/CON", "invalid_name")]
    [InlineData("/prompts/x/../support%2Fanswer", "invalid_path")]
    [InlineData("/prompts/./support%2Fanswer", "invalid_path")]
    [InlineData("/prompts/x/%2E%2E/support%2Fanswer", "invalid_path")]
    [InlineData("/prompts/support%2Fanswer/aliases%2Fx", "invalid_path")]
    [InlineData("/prompts/support%2Fanswer/versions/1%2F", "invalid_path")]
    [InlineData("/commits/ab%2Fcd", "invalid_path")]
    [InlineData("%2Fprompts", "invalid_path")]
    public async Task A_path_that_could_be_read_twice_is_refused(string target, string code)
    {
        var reply = await _quire.RawGet(Sending.Project + target);
        reply.ShouldStartWith("HTTP/1.1 400");
        reply.ShouldContain($"\"code\":\"{code}\"");
    }

    [Theory]
    [InlineData("/api/v1/orgs/main%2Fx/projects")]
    [InlineData("/api/v1%2Forgs/main/projects")]
    [InlineData("/api/v1/orgs/main/projects/pro%5Cmpts")]
    [InlineData("/api/v1/orgs/main/projects/..%2Fprompts")]
    [InlineData("/api/v1/anything%2Felse")]
    public async Task An_encoded_slash_or_backslash_elsewhere_is_refused(string target)
    {
        var reply = await _quire.RawGet(target);
        reply.ShouldStartWith("HTTP/1.1 400");
        reply.ShouldContain("\"code\":\"invalid_path\"");
    }

    [Theory]
    [InlineData("/prompts/support%00answer")]
    [InlineData("/prompts/%00")]
    public async Task A_nul_in_the_path_is_refused(string target) =>
        (await _quire.RawGet(Sending.Project + target)).ShouldStartWith("HTTP/1.1 400");

    [Fact]
    public async Task The_absolute_form_of_proxies_is_read_like_the_short_one_or_refused()
    {
        (await _quire.RawGet($"http://localhost{Sending.Project}/prompts/a%20b")).ShouldStartWith("HTTP/1.1 200");
        // The server decodes slashes in this form itself, so that no route can be sure of them.
        (await _quire.RawGet($"http://localhost{Sending.Project}/prompts/support%2Fanswer")).ShouldStartWith("HTTP/1.1 400");
        (await _quire.RawGet($"http://localhost{Sending.Project}/prompts/support%252Fanswer")).ShouldStartWith("HTTP/1.1 400");
    }

    [Theory]
    [InlineData("/prompts/support/answer", 404, "route_not_found")]
    [InlineData("//prompts", 404, "route_not_found")]
    [InlineData("/nothing", 404, "route_not_found")]
    public async Task A_path_without_a_route_says_where_to_look(string target, int status, string code)
    {
        var reply = await _quire.RawGet(Sending.Project + target);
        reply.ShouldStartWith($"HTTP/1.1 {status}");
        reply.ShouldContain($"\"code\":\"{code}\"");
    }

    [Fact]
    public async Task A_branch_with_a_slash_is_one_segment()
    {
        var head = (await _quire.Client.Get($"{Sending.Project}/branches/main")).Json.GetProperty("head").GetString();
        (await _quire.Client.Send("PUT", $"{Sending.Project}/branches/feature%2Ftone", new { head })).Text.ShouldContain("\"changed\":true");
        (await _quire.RawGet($"{Sending.Project}/branches/feature%2Ftone")).ShouldContain("\"name\":\"feature/tone\"");
    }

    [Fact]
    public async Task A_method_that_is_not_possible_names_those_that_are()
    {
        var reply = await _quire.Client.Send("POST", $"{Sending.Project}/prompts/support%2Fanswer");
        reply.ShouldFail(405, "method_not_allowed");
        reply.Header("Allow").ShouldBe("DELETE, GET, HEAD, PATCH, PUT");
    }
}
