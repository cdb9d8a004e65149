using Microsoft.Playwright;
using Quire.Testing.Services;

namespace Quire.Bench.Studio;

/// <summary>The machine's Chromium.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;

    private Browser(IPlaywright playwright, IBrowser chromium) => (_playwright, _chromium) = (playwright, chromium);

    /// <summary>Starts it.</summary>
    public static async Task<Browser> Start()
    {
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Program ?? throw new InvalidOperationException(Chromium.MissingReason),
            Args = Chromium.Arguments,
        }));
    }

    /// <summary>A page with an empty cache, signed in at the Studio.</summary>
    public async Task<IPage> Page(StudioUnderTest studio)
    {
        var context = await _chromium.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        var answer = await context.APIRequest.PostAsync($"{studio.Address}/api/v1/session", new APIRequestContextOptions
        {
            Headers = new Dictionary<string, string> { ["Quire-Studio"] = "1" },
            DataObject = new { key = studio.Key },
        });
        return answer.Ok ? await context.NewPageAsync() : throw new InvalidOperationException(await answer.TextAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
