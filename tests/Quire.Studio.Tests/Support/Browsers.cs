using Microsoft.Playwright;
using Quire.Studio.Tests.Support;

[assembly: AssemblyFixture(typeof(Browsers))]

namespace Quire.Studio.Tests.Support;

/// <summary>The machine's Chromium, started once for all tests. Each test opens a context of its own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // What a browser does unasked would only be noise where there is no internet.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;

    /// <summary>The browser; null where the machine has none and may be without.</summary>
    public IBrowser? Chromium { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("QUIRE_CHROMIUM") ?? Candidates.FirstOrDefault(File.Exists);
        if (path is null && Environment.GetEnvironmentVariable("QUIRE_REQUIRE_SERVICES") != "1")
            return;
        // A busy machine is no slow Studio: what must not be slow is measured elsewhere.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path ?? Candidates[0], Args = Arguments });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
            await Chromium.DisposeAsync();
        _playwright?.Dispose();
    }
}
