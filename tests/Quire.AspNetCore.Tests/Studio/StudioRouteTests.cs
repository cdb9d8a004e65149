using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Studio;

public sealed partial class StudioRouteTests
{
    private static readonly (string, string) Html = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    [Theory]
    [InlineData("", "/", "/")]
    [InlineData("", "/projects/prompts/edit/support/answer", "/")]
    [InlineData("/tools/prompts", "/tools/prompts/", "/tools/prompts/")]
    [InlineData("/tools/prompts", "/tools/prompts/projects/prompts", "/tools/prompts/")]
    public async Task Every_screen_is_the_page_with_the_base_of_its_mount(string prefix, string path, string basePath)
    {
        await using var quire = await RunningQuire.Start(prefix: prefix);
        var page = (await quire.ClientFor(null).Get(path, Html)).Should(HttpStatusCode.OK);
        page.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        page.Header("Cache-Control").ShouldBe("no-cache");
        page.Text.ShouldContain($"<base href=\"{basePath}\"");
        page.Text.ShouldNotContain("%QUIRE");
    }

    [Theory]
    [InlineData("/corp", "/corp/tools/")]
    [InlineData("/corp/eu/", "/corp/eu/tools/")]
    [InlineData("//evil.example", "/tools/")]
    [InlineData("/a\"><script>", "/tools/")]
    [InlineData("/../up", "/tools/")]
    [InlineData("https://evil.example", "/tools/")]
    public async Task A_proxys_prefix_counts_where_it_is_nothing_but_a_path(string forwarded, string basePath)
    {
        await using var quire = await RunningQuire.Start(prefix: "/tools");
        var page = await quire.ClientFor(null).Get("/tools/", Html, ("X-Forwarded-Prefix", forwarded));
        page.Text.ShouldContain($"<base href=\"{basePath}\"");
    }

    [Fact]
    public async Task A_host_keeps_every_path_that_is_not_the_Studios()
    {
        await using var quire = await RunningQuire.Start(more: app => app.MapFallback(() => "the host's"));
        (await quire.ClientFor(null).Get("/anything/else", Html)).Text.ShouldBe("the host's");
    }

    [Fact]
    public async Task Without_the_slash_the_mount_leads_to_itself_with_one()
    {
        await using var quire = await RunningQuire.Start(prefix: "/tools");
        var reply = (await quire.ClientFor(null).Get("/tools", Html)).Should(HttpStatusCode.Redirect);
        reply.Header("Location").ShouldBe("/tools/");
    }

    [Fact]
    public async Task The_policy_allows_own_files_and_a_nonce_that_is_new_each_time()
    {
        await using var quire = await RunningQuire.Start();
        var (first, second) = (await quire.ClientFor(null).Get("/", Html), await quire.ClientFor(null).Get("/", Html));
        var policy = first.Header("Content-Security-Policy")!;
        policy.ShouldStartWith("default-src 'none'; script-src 'self';");
        policy.ShouldNotContain("unsafe");
        var nonce = Nonce().Match(policy).Groups[1].Value;
        nonce.Length.ShouldBe(24);
        first.Text.ShouldContain($"content=\"{nonce}\"");
        second.Header("Content-Security-Policy").ShouldNotBe(policy);
        Inline().IsMatch(first.Text).ShouldBeFalse();
    }

    [Fact]
    public async Task Files_named_by_content_are_kept_for_ever_and_are_the_same_packed_and_plain()
    {
        await using var quire = await RunningQuire.Start();
        var script = Script().Match((await quire.ClientFor(null).Get("/", Html)).Text).Groups[1].Value;
        var plain = (await quire.ClientFor(null).Get("/" + script)).Should(HttpStatusCode.OK);
        plain.Header("Content-Type").ShouldBe("text/javascript; charset=utf-8");
        plain.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        plain.Header("Vary").ShouldBe("Accept-Encoding");
        plain.Header("Content-Encoding").ShouldBeNull();
        var packed = (await quire.ClientFor(null).Get("/" + script, ("Accept-Encoding", "gzip, br"))).Should(HttpStatusCode.OK);
        packed.Header("Content-Encoding").ShouldBe("br");
        packed.Bytes.Length.ShouldBeLessThan(plain.Bytes.Length / 2);
        Unpack(packed.Bytes).ShouldBe(plain.Text);
        (await quire.ClientFor(null).Get("/" + script, ("Accept-Encoding", "br;q=0"))).Header("Content-Encoding").ShouldBeNull();
    }

    [Theory]
    [InlineData("/assets/no-such.js")]
    [InlineData("/assets/")]
    [InlineData("/api/v1/nothing")]
    public async Task What_is_not_there_is_never_answered_with_the_page(string path)
    {
        await using var quire = await RunningQuire.Start();
        var reply = await quire.Client.Get(path, Html);
        reply.ShouldFail(404, "route_not_found");
    }

    [Fact]
    public async Task A_program_that_asks_for_a_wrong_path_gets_an_error_and_not_the_page()
    {
        await using var quire = await RunningQuire.Start();
        (await quire.ClientFor(null).Get("/projects/prompts", ("Accept", "application/json"))).ShouldFail(404, "route_not_found");
    }

    private static string Unpack(byte[] packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("src=\"\\./(assets/[^\"]+\\.js)\"")]
    private static partial Regex Script();

    [GeneratedRegex("<script>|<style|style=\"|onclick|onload")]
    private static partial Regex Inline();
}
