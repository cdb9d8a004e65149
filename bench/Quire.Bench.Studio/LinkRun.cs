using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Quire.Bench.Harness;

namespace Quire.Bench.Studio;

/// <summary>
/// How long it takes on a slow link until a screen can be used, beside a static page that names as many files of as many bytes itself, over the same
/// link, until the last of them is there.
/// </summary>
internal sealed class LinkRun(Browser browser, StudioUnderTest studio, BarePages bare)
{
    private const int Pairs = 5;
    private const double BitsPerSecond = 1_600_000;
    private const double LatencyMilliseconds = 150;

    // Painted: the frame after the one in which it stood in the page.
    private const string Watch = """
        (() => {
          const look = () => {
            const place = document.querySelector(SELECTOR)
            if (place && place.textContent.trim() !== '') requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.usable = performance.now() }))
            else requestAnimationFrame(look)
          }
          look()
        })()
        """;

    /// <summary>Prints one screen.</summary>
    public async Task Print(string name, string path, string selector)
    {
        var sizes = await Sizes(path, selector);
        bare.SetFiles([.. sizes.Skip(1)]);
        var (screens, files) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            screens.Add(await Screen(path, selector));
            files.Add(await Static(sizes.Count - 1));
        }
        var ratio = Statistics.Median([.. screens.Zip(files, (screen, file) => screen / file)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {sizes.Sum() / 1000.0:F1} kB in {sizes.Count} requests; usable after {Statistics.Median([.. screens]):F0} ms, the same bytes as static files {Statistics.Median([.. files]):F0} ms: {ratio:F2} x (medians of {Pairs})"));
    }

    private async Task<double> Screen(string path, string selector)
    {
        var page = await Slow(await browser.Page(studio));
        await page.AddInitScriptAsync(Watch.Replace("SELECTOR", $"'{selector}'", StringComparison.Ordinal));
        await page.GotoAsync(studio.Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => globalThis.usable !== undefined");
        var usable = await page.EvaluateAsync<double>("globalThis.usable");
        await page.Context.DisposeAsync();
        return usable;
    }

    private async Task<double> Static(int count)
    {
        var page = await Slow(await browser.Page(studio));
        await page.GotoAsync($"{bare.Address}/static", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync($"() => performance.getEntriesByType('resource').filter(entry => entry.responseEnd > 0 && entry.name.includes('/file?')).length === {count}");
        var loaded = await page.EvaluateAsync<double>("Math.max(...performance.getEntriesByType('resource').map(entry => entry.responseEnd))");
        await page.Context.DisposeAsync();
        return loaded;
    }

    private static async Task<IPage> Slow(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = LatencyMilliseconds,
            ["downloadThroughput"] = BitsPerSecond / 8,
            ["uploadThroughput"] = BitsPerSecond / 8,
        });
        return page;
    }

    // The bytes of what arrived until the screen could be used, the page first. What it asks for later, it can be used without.
    private async Task<IReadOnlyList<int>> Sizes(string path, string selector)
    {
        var page = await browser.Page(studio);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        var sizes = new ConcurrentQueue<int>();
        session.Event("Network.loadingFinished").OnEvent += (_, data) => sizes.Enqueue((int)data!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.AddInitScriptAsync(Watch.Replace("SELECTOR", $"'{selector}'", StringComparison.Ordinal));
        await page.GotoAsync(studio.Address + path);
        await page.WaitForFunctionAsync("() => globalThis.usable !== undefined");
        var found = sizes.ToList();
        await page.Context.DisposeAsync();
        return found;
    }
}
