using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Tests.Pipeline;

public sealed class FailureTests : IAsyncLifetime
{
    private const string Secret = "the-path-of-the-database-and-a-password";
    private RunningQuire _quire = null!;
    private CountingStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start(wrap: store => _store = new CountingStore(store));
        (await _quire.Client.Get("/api/v1/me")).Should(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task What_should_not_happen_is_answered_without_its_insides_and_logged()
    {
        _store.Failure = new InvalidOperationException(Secret);
        var reply = (await _quire.Client.Get("/api/v1/orgs/main/projects?")).ShouldFail(500, "internal_error");
        reply.Text.ShouldNotContain(Secret);
        reply.Text.ShouldNotContain("Exception");
        reply.Text.ShouldNotContain(" at Quire");
        reply.Header("Cache-Control").ShouldBe("no-store");
        _quire.Log.Text.ShouldContain(Secret);
        _quire.Log.Text.ShouldContain("GET /api/v1/orgs/{organisation}/projects failed");
    }

    [Theory]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(IOException))]
    public async Task A_store_that_does_not_answer_is_503_with_a_hint_when_to_try_again(Type type)
    {
        _store.Failure = (Exception)Activator.CreateInstance(type, Secret)!;
        var reply = (await _quire.Client.Get("/api/v1/orgs/main/projects")).ShouldFail(503, "storage_unavailable");
        reply.Header("Retry-After").ShouldBe("1");
        reply.Text.ShouldNotContain(Secret);
        (await _quire.ClientFor(null).Get("/health")).ShouldFail(503, "storage_unavailable");
        _store.Failure = null;
        (await _quire.ClientFor(null).Get("/health")).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_error_of_the_store_keeps_its_code()
    {
        _store.Failure = new QuireException(ErrorKind.Unavailable, "store_full", "No room.", "Free some.");
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "x" })).ShouldFail(503, "store_full").Json.GetProperty("hint").GetString().ShouldBe("Free some.");
    }

    [Fact]
    public async Task Keys_never_reach_the_log_or_an_answer()
    {
        var secret = _quire.Owner[^20..];
        await _quire.Client.Get("/api/v1/nothing");
        await _quire.ClientFor(_quire.Owner + "x").Get("/api/v1/me");
        _store.Failure = new InvalidOperationException("x");
        var reply = await _quire.Client.Get("/api/v1/orgs/main/keys");
        reply.Text.ShouldNotContain(secret);
        _quire.Log.Text.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_made_key_is_shown_once_and_in_no_list()
    {
        var made = (await _quire.Client.Send("POST", "/api/v1/orgs/main/keys", new { name = "x", permissions = new[] { "read" } })).Should(HttpStatusCode.Created);
        made.Header("Cache-Control").ShouldBe("no-store");
        var key = made.Json.GetProperty("key").GetString()!;
        (await _quire.ClientFor(key).Get("/api/v1/orgs/main/projects")).Should(HttpStatusCode.OK);
        (await _quire.Client.Get("/api/v1/orgs/main/keys")).Text.ShouldNotContain(key[^40..]);
        _quire.Log.Text.ShouldNotContain(key[^40..]);
    }

    [Fact]
    public async Task A_key_can_make_no_key_that_does_more()
    {
        var maker = await _quire.ClientWith(Core.Access.Permissions.Keys | Core.Access.Permissions.Read);
        (await maker.Send("POST", "/api/v1/orgs/main/keys", new { name = "x", permissions = new[] { "all" } })).ShouldFail(403, "forbidden");
        (await maker.Send("POST", "/api/v1/orgs/main/keys", new { name = "x", permissions = new[] { "read" } })).Should(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_key_cannot_be_asked_for_twice_by_one_idempotency_key() =>
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/keys", new { name = "x", permissions = new[] { "read" } }, ("Idempotency-Key", "k"))).ShouldFail(400, "idempotency_not_supported");
}
