using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Pipeline;

public sealed class HostNamesTests
{
    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:4000", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]:4000", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("prompts.example.com", 200)]
    [InlineData("prompts.example.com:443", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("localhost.", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("0.0.0.0", 421)]
    [InlineData("10.0.0.1", 421)]
    [InlineData("", 421)]
    public async Task Only_names_that_are_known_are_answered(string host, int status)
    {
        await using var quire = await RunningQuire.Start(options => options with { AllowedHosts = ["prompts.example.com"] });
        foreach (var path in (string[])["/", "/health", "/api/v1/me"])
        {
            var reply = await quire.Raw($"GET {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {quire.Owner}\r\nConnection: close\r\n\r\n");
            reply.ShouldStartWith($"HTTP/1.1 {status}");
            if (status == 421)
                reply.ShouldContain("\"code\":\"host_not_allowed\"");
        }
    }

    [Fact]
    public async Task A_star_allows_every_name()
    {
        await using var quire = await RunningQuire.Start(options => options with { AllowedHosts = ["*"] });
        (await quire.ClientFor(null).Get("/health", ("Host", "anything.example"))).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_request_without_a_host_is_refused()
    {
        await using var quire = await RunningQuire.Start();
        (await quire.Raw("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 400");
        (await quire.Raw("GET /health HTTP/1.0\r\n\r\n")).ShouldStartWith("HTTP/1.1 421");
    }
}
