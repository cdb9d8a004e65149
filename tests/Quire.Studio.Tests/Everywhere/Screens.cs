using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using Quire.Testing;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Everywhere;

/// <summary>Every screen that studio/src/app/screens.tsx lists, at an address that shows something in the demonstration.</summary>
internal static partial class Screens
{
    private const string Prompt = "support/answer";

    // What stands for a star where that is no prompt, and what an address needs so that there is something to see.
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["/projects/:project/layers/*"] = $"/projects/prompts/layers/{Prompt}?tenant=acme&features=billing",
        ["/projects/:project/sets/*"] = "/projects/prompts/sets/care",
        ["/settings/*?"] = "/settings/keys",
        ["/projects/:project/search"] = "/projects/prompts/search?q=refund",
        ["/projects/:project/compare"] = $"/projects/prompts/compare?from={Prompt}@production&to={Prompt}@latest",
        ["/projects/:project/branches/*"] = "/projects/prompts/branches/bolder",
        ["/projects/:project/merge"] = "/projects/prompts/merge?from=bolder&into=main",
        ["/projects/:project/changes/*"] = "/projects/prompts/changes/{head}",
    };

    /// <summary>The screens' names, for files, and their addresses.</summary>
    public static IReadOnlyList<(string Name, string Address)> All { get; } = Read();

    /// <summary>A server with the demonstration, and with what it lacks for a screen to have something to show.</summary>
    public static async Task<StudioServer> Start()
    {
        var server = await StudioServer.StartDemo();
        await server.Send(HttpMethod.Put, $"{StudioServer.Project}/sets/care", new { folder = "support", version = "1.4.0", description = "What the support team says" });
        await server.Send(HttpMethod.Put, $"{StudioServer.Project}/branches/bolder", new { head = await Head(server) });
        await server.Send(HttpMethod.Post, $"{StudioServer.Project}/commits", new
        {
            branch = "bolder",
            message = "Be bolder",
            changes = new[] { new { path = "support/layers/house-style.prompt.md", content = "---\nextends: support/answer\nlayer: system\n---\n{% contribute \"tone\" %}\nWrite in British English, and be bold.\n{% endcontribute %}\n" } },
        });
        await ReadAsProgramsDo(server);
        return server;
    }

    /// <summary>Opens prompts as somebody did before who comes back to this browser.</summary>
    public static async Task OpenSome(Visit visit, StudioServer server)
    {
        foreach (var prompt in (string[])["support/layers/billing", "support/handover", Prompt])
            await Open(visit, server, $"/projects/prompts/edit/{prompt}");
    }

    /// <summary>Opens a screen and waits until nothing on it is being loaded.</summary>
    public static async Task Open(Visit visit, StudioServer server, string address)
    {
        await visit.Go(address.Replace("{head}", await Head(server), StringComparison.Ordinal));
        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".late")).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByText("Rendering…")).ToHaveCountAsync(0);
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// <summary>Fails where the page, or what scrolls in it, is wider than it can show. A table that scrolls in a frame of its own may be.</summary>
    public static async Task ShouldFit(Visit visit, string what)
    {
        var wide = await visit.Page.EvaluateAsync<string[]>("""
            () => [document.documentElement, document.querySelector('main'), ...document.querySelectorAll('header, [role=dialog]')]
              .filter(part => part && part.scrollWidth > part.clientWidth + 1).map(part => `${part.tagName} ${part.className}: ${part.scrollWidth} in ${part.clientWidth}`)
            """);
        wide.ShouldBeEmpty($"{what} at {visit.Page.ViewportSize!.Width} pixels");
    }

    // Reads are counted in memory for a while; the end of the process stores them.
    private static async Task ReadAsProgramsDo(StudioServer server)
    {
        foreach (var (prompt, alias, count) in new[] { (Prompt, "production", 41), ("support/handover", "production", 17), (Prompt, "staging", 6), ("support/layers/closer", "production", 3) })
        {
            for (var read = 0; read < count; read++)
                await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/{Uri.EscapeDataString(prompt)}?alias={alias}");
        }
        await server.Stop();
        await server.Resume();
    }

    private static async Task<string> Head(StudioServer server) =>
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/branches/main")).GetProperty("head").GetString()!;

    private static IReadOnlyList<(string Name, string Address)> Read()
    {
        var patterns = Pattern().Matches(File.ReadAllText(RepositoryRoot.Combine("studio", "src", "app", "screens.tsx"))).Select(match => match.Groups[1].Value).ToList();
        return [.. patterns.Select(pattern => (NameOf(pattern, patterns), Addresses.GetValueOrDefault(pattern) ?? pattern.Replace(":project", "prompts", StringComparison.Ordinal).Replace("*", Prompt, StringComparison.Ordinal)))];
    }

    // The words of the pattern; a screen that lists what another one shows is called after it.
    private static string NameOf(string pattern, List<string> patterns)
    {
        var words = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(word => word[0] is not ':' and not '*').ToList();
        var name = words is [] ? "home" : words is ["projects"] ? (pattern == "/projects" ? "projects" : "library") : string.Join('-', words[0] == "projects" ? words.Skip(1) : words);
        return patterns.Contains($"{pattern}/*") ? $"{name}-list" : name;
    }

    [GeneratedRegex("pattern: '([^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
