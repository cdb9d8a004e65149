using System.Diagnostics;
using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using Quire.Testing;
using Quire.Testing.Processes;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Ending;

public sealed class EndingTests(Browsers browsers)
{
    // How long the server would let requests run that do not end by themselves.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task With_twenty_tabs_that_follow_the_changes_the_process_ends_at_a_stop_signal()
    {
        var browser = browsers.Demand();
        using var folder = new TempFolder();
        using var process = QuireProcess.Start(folder.Path, "serve", "--data", "data", "--urls", "http://127.0.0.1:0");
        var address = (await process.WaitForAddressAsync()).ToString().TrimEnd('/');
        var key = await OwnerKey(folder.Path, process);
        var contexts = new List<IBrowserContext>();
        for (var i = 0; i < 20; i++)
            contexts.Add(await Follow(browser, address, key));
        var clock = Stopwatch.StartNew();
        process.Stop().ShouldBe(0, process.Output);
        clock.Elapsed.ShouldBeLessThan(Grace);
        TestContext.Current.TestOutputHelper?.WriteLine($"ended after {clock.ElapsedMilliseconds} ms");
        foreach (var context in contexts)
            await context.DisposeAsync();
    }

    // A context of its own shares nothing with the others, so that each holds a stream of its own.
    private static async Task<IBrowserContext> Follow(IBrowser browser, string address, string key)
    {
        var context = await browser.NewContextAsync();
        var signedIn = await context.APIRequest.PostAsync($"{address}/api/v1/session", new APIRequestContextOptions { Headers = new Dictionary<string, string> { ["Quire-Studio"] = "1" }, DataObject = new { key } });
        signedIn.Ok.ShouldBeTrue(await signedIn.TextAsync());
        var page = await context.NewPageAsync();
        var streaming = page.WaitForResponseAsync("**/changes?after=*");
        await page.GotoAsync($"{address}/projects/prompts");
        await Expect(page.GetByText("No prompts yet")).ToBeVisibleAsync();
        (await streaming).Status.ShouldBe(200);
        return context;
    }

    private static async Task<string> OwnerKey(string folder, QuireProcess process)
    {
        string? line;
        while ((line = process.Output.Split('\n').FirstOrDefault(text => text.StartsWith("  key ", StringComparison.Ordinal))) is null)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        return (await File.ReadAllTextAsync(Path.Combine(folder, line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2].Trim()))).Trim();
    }
}
