using Microsoft.Playwright;
using Quire.Testing;

namespace Quire.Studio.Tests.Support;

/// <summary>One person's browser at the Studio. What its console complains about fails the test when the visit ends.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly StudioServer _server;
    private readonly VisitOptions _options;
    private readonly List<string> _complaints = [];

    // The first question of a visitor who is not signed in is answered with 401.
    private readonly List<string> _allowed = ["status of 401"];

    private Visit(StudioServer server, VisitOptions options, IBrowserContext context, IPage page) => (_server, _options, Context, Page) = (server, options, context, page);

    /// <summary>The browser's cookies and storage.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The tab.</summary>
    public IPage Page { get; private set; }

    /// <summary>Opens a browser that nobody is signed in with.</summary>
    public static async Task<Visit> Open(Browsers browsers, StudioServer server, VisitOptions? options = null)
    {
        options ??= new VisitOptions();
        var context = await browsers.Demand().NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            ColorScheme = options.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var visit = new Visit(server, options, context, await context.NewPageAsync());
        visit.Watch(visit.Page);
        return visit;
    }

    /// <summary>Opens a browser and signs in, without the sign-in screen.</summary>
    public static async Task<Visit> SignedIn(Browsers browsers, StudioServer server, VisitOptions? options = null)
    {
        var visit = await Open(browsers, server, options);
        var answer = await visit.Context.APIRequest.PostAsync($"{visit.Root}/api/v1/session", new APIRequestContextOptions
        {
            Headers = new Dictionary<string, string> { ["Quire-Studio"] = "1" },
            DataObject = new { key = options?.Key ?? server.Owner },
        });
        answer.Ok.ShouldBeTrue(await answer.TextAsync());
        return visit;
    }

    /// <summary>The address of the Studio, without a slash at its end.</summary>
    public string Root => _server.Address.ToString().TrimEnd('/') + _options.Mount;

    /// <summary>Opens a screen by its address under the mount, for example <c>/projects/prompts</c>.</summary>
    public Task Go(string path) => Page.GotoAsync(Root + path);

    /// <summary>Opens another tab of the same browser.</summary>
    public async Task<IPage> NewTab()
    {
        var page = await Context.NewPageAsync();
        Watch(page);
        return page;
    }

    /// <summary>Forgets what the console complained about so far, for tests that provoke it.</summary>
    public void Forgive() => _complaints.Clear();

    /// <summary>Lets the server refuse with a status: the browser tells its console of each answer that is an error.</summary>
    public void Allow(int status) => _allowed.Add($"status of {status}");

    /// <summary>Fails where the page now has a finding of axe-core that is serious or critical (WCAG 2.2 A and AA).</summary>
    public async Task ShouldBeAccessible()
    {
        var axe = await File.ReadAllTextAsync(RepositoryRoot.Combine("studio", "node_modules", "axe-core", "axe.min.js"));
        await Page.EvaluateAsync(axe);
        var findings = await Page.EvaluateAsync<string[]>("""
            async () => {
              const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
              return result.violations.filter(found => ['serious', 'critical'].includes(found.impact))
                .flatMap(found => found.nodes.map(node => `${found.id}: ${node.target.join(' ')}: ${node.failureSummary}`))
            }
            """);
        findings.ShouldBeEmpty($"{Page.Url}\n{string.Join('\n', findings)}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _complaints.ShouldBeEmpty();
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !_allowed.Exists(text => message.Text.Contains(text, StringComparison.Ordinal)))
                _complaints.Add($"{message.Text} ({message.Location})");
        };
    }
}
