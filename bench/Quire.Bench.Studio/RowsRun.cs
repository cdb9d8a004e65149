using System.Globalization;
using Microsoft.Playwright;

namespace Quire.Bench.Studio;

/// <summary>The longest tasks while 10,000 rows are scrolled and filtered, beside those of a virtual list of as many empty rows.</summary>
internal sealed class RowsRun(Browser browser, StudioUnderTest studio, BarePages bare)
{
    private const int Rounds = 3;

    /// <summary>What the browser calls long, in milliseconds.</summary>
    private const double Long = 50;

    private const string Watch = """
        (() => {
          globalThis.tasks = []
          new PerformanceObserver(list => list.getEntries().forEach(entry => globalThis.tasks.push(entry.duration))).observe({ type: 'longtask' })
        })()
        """;

    private const string Scroll = """
        async () => {
          const place = [...document.querySelectorAll('*')].filter(item => item.scrollHeight > 100_000).sort((a, b) => a.clientHeight - b.clientHeight).at(-1)
          for (let step = 0; step <= 300; step++) {
            place.scrollTop = place.scrollHeight * step / 300
            await new Promise(requestAnimationFrame)
          }
          place.scrollTop = 0
        }
        """;

    /// <summary>Prints it.</summary>
    public async Task Print(string path, string selector)
    {
        var (scrolling, filtering, empty) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var library = await Open(studio.Address + path, selector);
            scrolling.AddRange(await Tasks(library, page => page.EvaluateAsync(Scroll)));
            filtering.AddRange(await Tasks(library, Filter));
            await library.Context.DisposeAsync();
            var rows = await Open($"{bare.Address}/bare/rows", ".rows");
            empty.AddRange(await Tasks(rows, page => page.EvaluateAsync(Scroll)));
            await rows.Context.DisposeAsync();
        }
        var peer = Math.Max(Long, empty.DefaultIfEmpty().Max());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"10,000 rows: longest task scrolling {Longest(scrolling)}, filtering {Longest(filtering)}, empty list {Longest(empty)}: {Math.Max(Long, scrolling.Concat(filtering).DefaultIfEmpty().Max()) / peer:F2} x ({Rounds} rounds; tasks below {Long} ms are not long)"));
    }

    private async Task<IPage> Open(string url, string selector)
    {
        var page = await browser.Page(studio);
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(url);
        await page.Locator(selector).First.WaitForAsync();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('*')].some(item => item.scrollHeight > 300_000)");
        return page;
    }

    private static async Task<double[]> Tasks(IPage page, Func<IPage, Task> act)
    {
        await page.WaitForTimeoutAsync(1000);
        await page.EvaluateAsync("globalThis.tasks.length = 0");
        await act(page);
        await page.WaitForTimeoutAsync(1000);
        return await page.EvaluateAsync<double[]>("globalThis.tasks");
    }

    private static async Task Filter(IPage page)
    {
        var field = page.GetByRole(AriaRole.Searchbox).First;
        await field.FocusAsync();
        await field.PressSequentiallyAsync("support answer 12", new LocatorPressSequentiallyOptions { Delay = 60 });
        for (var key = 0; key < 17; key++)
            await page.Keyboard.PressAsync("Backspace");
    }

    private static string Longest(List<double> tasks) => tasks.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{tasks.Max():F0} ms ({tasks.Count})");
}
