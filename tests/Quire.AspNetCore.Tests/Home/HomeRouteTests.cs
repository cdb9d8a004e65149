using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Studio;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Home;

public sealed class HomeRouteTests
{
    [Fact]
    public async Task The_page_says_where_to_go_and_shows_no_data()
    {
        await using var quire = await WithoutStudio();
        await quire.Commit(("very-secret.prompt.md", "A"));
        var page = (await quire.ClientFor(null).Get("/")).Should(HttpStatusCode.OK);
        page.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        page.Text.ShouldContain("openapi/v1.json");
        page.Text.ShouldContain("Authorization: Bearer");
        foreach (var hidden in (string[])["very-secret", "{{", "/*style*/", quire.Organisation.Name + "/prompts"])
            page.Text.ShouldNotContain(hidden);
    }

    [Fact]
    public async Task Its_policy_allows_its_own_style_and_nothing_else()
    {
        await using var quire = await WithoutStudio();
        var page = await quire.ClientFor(null).Get("/");
        var style = page.Text.Split("<style>")[1].Split("</style>")[0];
        var policy = page.Header("Content-Security-Policy")!;
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        policy.ShouldNotContain("unsafe");
        page.Text.ShouldNotContain("<script");
        page.Text.ShouldNotContain("style=");
        page.Text.ShouldNotContain("onclick");
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Text.ShouldContain("prefers-color-scheme: dark");
    }

    [Theory]
    [InlineData("/quire")]
    [InlineData("/quire/")]
    public async Task Its_links_lead_under_the_prefix(string path)
    {
        await using var quire = await WithoutStudio("/quire");
        var page = (await quire.ClientFor(null).Get(path)).Should(HttpStatusCode.OK);
        page.Text.ShouldContain("href=\"/quire/openapi/v1.json\"");
        page.Text.ShouldContain("href=\"/quire/health\"");
        foreach (var link in page.Text.Split("href=\"").Skip(1).Select(part => part.Split('"')[0]))
            (await quire.ClientFor(null).Get(link)).Should(HttpStatusCode.OK);
    }

    // As where Quire was built without the Studio: an assembly that has no file of it.
    private static Task<RunningQuire> WithoutStudio(string prefix = "") =>
        RunningQuire.Start(prefix: prefix, services: services => services.AddSingleton(new StudioFiles(typeof(object).Assembly)));
}
