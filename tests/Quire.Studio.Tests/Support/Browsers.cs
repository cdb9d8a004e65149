using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using Quire.Testing.Services;

[assembly: AssemblyFixture(typeof(Browsers))]

namespace Quire.Studio.Tests.Support;

/// <summary>The machine's Chromium, started once for all tests. Each test opens a context of its own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    /// <summary>The browser. Where the machine has none, the running test ends: skipped, or failed where services are demanded.</summary>
    public IBrowser Demand()
    {
        if (_chromium is null)
            RequiredServices.Missing(Chromium.MissingReason!);
        return _chromium!;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is not { } program)
            return;
        // A busy machine is no slow Studio: what must not be slow is measured elsewhere.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Chromium.Arguments });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }
}
