using System.Globalization;
using Microsoft.Playwright;

namespace Quire.Bench.Studio;

/// <summary>The time from a key to the frame that shows it, in the editor with its preview and in a bare CodeMirror with the same text, in alternating blocks.</summary>
internal sealed class KeysRun(Browser browser, StudioUnderTest studio, BarePages bare)
{
    private const int Keys = 500;
    private const int Block = 50;
    private const int Seed = 4711;

    // After the frame: a message that is posted in it arrives when it is painted.
    private const string Watch = """
        (() => {
          globalThis.keyTimes = []
          addEventListener('keydown', event => {
            requestAnimationFrame(() => {
              const channel = new MessageChannel()
              channel.port1.onmessage = () => globalThis.keyTimes.push(performance.now() - event.timeStamp)
              channel.port2.postMessage(0)
            })
          }, true)
        })()
        """;

    /// <summary>Prints it.</summary>
    public async Task Print(string path, string text)
    {
        bare.Text = text;
        var editor = await Open(studio.Address + path);
        var alone = await Open($"{bare.Address}/bare/keys");
        var random = new Random(Seed);
        for (var typed = 0; typed < Keys; typed += Block)
        {
            await Type(editor, random);
            await Type(alone, random);
        }
        var (mine, theirs) = (await Times(editor), await Times(alone));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"key to screen, p95 of {mine.Length} keys: editor with preview {P95(mine):F1} ms, bare CodeMirror {P95(theirs):F1} ms: {P95(mine) / P95(theirs):F2} x"));
        await editor.Context.DisposeAsync();
        await alone.Context.DisposeAsync();
    }

    private async Task<IPage> Open(string url)
    {
        var page = await browser.Page(studio);
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(url);
        await page.Locator(".cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.EvaluateAsync("globalThis.keyTimes.length = 0");
        return page;
    }

    // Pauses as people make them, so that previews arrive while keys are pressed.
    private static async Task Type(IPage page, Random random)
    {
        await page.BringToFrontAsync();
        for (var key = 0; key < Block; key++)
        {
            await page.Keyboard.PressAsync(key % 8 == 7 ? "Space" : ((char)('a' + random.Next(26))).ToString());
            await page.WaitForTimeoutAsync(random.Next(10) == 0 ? 350 : 40);
        }
    }

    private static Task<double[]> Times(IPage page) => page.EvaluateAsync<double[]>("globalThis.keyTimes");

    private static double P95(double[] times) => times.Order().ElementAt((int)(times.Length * 0.95));
}
