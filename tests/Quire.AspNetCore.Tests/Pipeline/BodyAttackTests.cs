using System.Net;
using System.Text;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Tests.Pipeline;

public sealed class BodyAttackTests : IAsyncLifetime
{
    private const string Commits = Sending.Project + "/commits";
    private RunningQuire _quire = null!;

    public async ValueTask InitializeAsync() => _quire = await RunningQuire.Start();

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    public static TheoryData<string, int, string> Bodies => new()
    {
        { "", 400, "invalid_json" },
        { "null", 400, "invalid_json" },
        { "[]", 400, "invalid_json" },
        { "{", 400, "invalid_json" },
        { "{\"message\":\"x\"} trailing", 400, "invalid_json" },
        { "{\"message\":\"x\",}", 400, "invalid_json" },
        { "{\"message\":\"x\" /* comment */}", 400, "invalid_json" },
        { "{\"message\":7}", 400, "invalid_json" },
        { "{\"message\":null}", 400, "invalid_json" },
        { "{\"message\":\"x\",\"changes\":{}}", 400, "invalid_json" },
        { "{\"changes\":[]}", 400, "missing_member" },
        { "{\"message\":\"x\",\"changes\":[{\"content\":\"x\"}]}", 400, "missing_member" },
        { "{\"message\":\"x\",\"mesage\":\"y\"}", 400, "unknown_member" },
        { "{\"Message\":\"x\"}", 400, "unknown_member" },
        { "{\"message\":\"x\",\"organisationId\":2}", 400, "unknown_member" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"a\",\"content\":\"x\",\"role\":\"owner\"}]}", 400, "unknown_member" },
        { "{\"message\":\"x\",\"message\":\"y\"}", 400, "duplicate_member" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"a\",\"path\":\"b\",\"content\":\"x\"}]}", 400, "duplicate_member" },
        { "{\"message\":\"x\",\"m\\u0065ssage\":\"y\"}", 400, "duplicate_member" },
        { "{\"message\":\"a\\u0000b\"}", 400, "invalid_text" },
        { "{\"message\":\"x\",\"a\\u0000\":1}", 400, "invalid_text" },
        { "{\"message\":\"a\\ud800b\"}", 400, "invalid_text" },
        { "{\"message\":\"a\0b\"}", 400, "invalid_json" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"a\"}]}", 400, "invalid_change" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"a\",\"content\":\"x\",\"delete\":true}]}", 400, "invalid_change" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"a\",\"base64\":\"*\"}]}", 400, "invalid_change" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"a\",\"blob\":\"12\"}]}", 400, "invalid_change" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"a\",\"blob\":\"1234567890123456789012345678901234567890\"}]}", 400, "blob_not_found" },
        { "{\"message\":\"x\",\"expectedHead\":\"main\"}", 400, "invalid_commit" },
        { "{\"message\":\"x\",\"branch\":\"a..b\",\"changes\":[{\"path\":\"a\",\"content\":\"x\"}]}", 400, "invalid_name" },
        { "{\"message\":\" \",\"changes\":[{\"path\":\"a\",\"content\":\"x\"}]}", 400, "invalid_message" },
        { "{\"message\":\"x\",\"author\":\"a<b\",\"changes\":[{\"path\":\"a\",\"content\":\"x\"}]}", 400, "invalid_author" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"../a\",\"content\":\"x\"}]}", 422, "rejected" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\".git/config\",\"content\":\"x\"}]}", 422, "rejected" },
        { "{\"message\":\"x\",\"changes\":[{\"path\":\"a.prompt.md\",\"content\":\"---\\nfoo: [\\n---\\n\"}]}", 422, "rejected" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_gets_one_clear_error_and_changes_nothing(string body, int status, string code)
    {
        var before = await Sequence();
        var reply = await _quire.Client.Send("POST", Commits, body);
        reply.ShouldFail(status, code);
        reply.Text.ShouldNotContain("Quire.AspNetCore");
        reply.Text.ShouldNotContain("System.");
        (await Sequence()).ShouldBe(before);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public async Task A_body_that_nests_deep_is_refused(int depth) =>
        (await _quire.Client.Send("POST", Commits, "{\"message\":" + new string('[', depth) + new string(']', depth) + "}")).ShouldFail(413, "too_deep");

    [Fact]
    public async Task Nesting_is_refused_just_above_its_limit()
    {
        var limit = (int)QuireLimits.JsonDepth.Value;
        (await Validate(limit)).ShouldFail(413, "too_deep");
        (await Validate(limit - 1)).ShouldFail(400, "unknown_member");

        Task<Reply> Validate(int arrays) => _quire.Client.Send("POST", Commits, "{\"x\":" + new string('[', arrays) + new string(']', arrays) + "}");
    }

    [Fact]
    public async Task A_body_larger_than_the_limit_is_refused_before_it_is_read()
    {
        var head = $"POST {Commits} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_quire.Owner}\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n";
        var reply = await _quire.Raw(head);
        reply.ShouldStartWith("HTTP/1.1 413");
        reply.ShouldContain("\"code\":\"too_large\"");
    }

    [Fact]
    public async Task Size_is_refused_whoever_sends_it() =>
        (await _quire.Raw($"POST {Commits} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n")).ShouldStartWith("HTTP/1.1 413");

    [Fact]
    public async Task A_chunked_body_that_grows_beyond_the_limit_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Commits) { Content = new EndlessContent(QuireLimits.BodyBytes.Value + 1) };
        request.Headers.ExpectContinue = true;
        try
        {
            var reply = await _quire.Client.SendAsync(request);
            reply.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // The server may close while the client still sends; that it lives on is what matters.
        }
        (await _quire.Client.Get("/health")).Should(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("application/json; charset=iso-8859-1", null)]
    [InlineData("text/plain", null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("application/json", "gzip")]
    [InlineData("nonsense", null)]
    public async Task A_body_of_another_type_charset_or_encoding_is_refused(string type, string? encoding)
    {
        var headers = new List<(string, string)> { ("Content-Type", type) };
        if (encoding is not null)
            headers.Add(("Content-Encoding", encoding));
        (await Post("{\"message\":\"x\"}"u8.ToArray(), [.. headers])).ShouldFail(415, "unsupported_media_type");
    }

    [Fact]
    public async Task A_body_in_latin_1_is_refused() =>
        (await Post(Encoding.Latin1.GetBytes("{\"message\":\"für\"}"), ("Content-Type", "application/json"))).ShouldFail(400, "invalid_json");

    [Fact]
    public async Task A_number_beyond_all_numbers_is_refused() =>
        (await _quire.Client.Send("PUT", $"{Sending.Project}/prompts/a/aliases/x", "{\"version\":1e400}")).ShouldFail(400, "invalid_json");

    private async Task<Reply> Post(byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Commits) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
            request.Content.Headers.TryAddWithoutValidation(name, value);
        var message = await _quire.Client.SendAsync(request);
        return new Reply(message.StatusCode, message, await message.Content.ReadAsByteArrayAsync());
    }

    private async Task<long> Sequence() => (await _quire.Client.Get("/api/v1/orgs/main/changes")).Json.GetProperty("sequence").GetInt64();

    private sealed class EndlessContent : HttpContent
    {
        private readonly long _length;

        public EndlessContent(long length)
        {
            _length = length;
            Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            Array.Fill(block, (byte)' ');
            for (long sent = 0; sent < _length; sent += block.Length)
                await stream.WriteAsync(block);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
