using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using Quire.Testing;

namespace Quire.Studio.Tests.Everywhere;

/// <summary>
/// Makes the pictures of docs/screenshots, in light, dark and on a phone, when it is asked for (<c>-explicit only</c>). Those of long names, an imported
/// collection and ten thousand prompts come into artifacts/screenshots, to be looked at.
/// </summary>
public sealed class ScreenshotTests(Browsers browsers)
{
    private const int MostBytes = 120_000;

    [Fact(Explicit = true)]
    public async Task Every_screen_has_its_pictures()
    {
        await using var server = await Screens.Start();
        await Take(server, Screens.All, RepositoryRoot.Combine("docs", "screenshots"));
    }

    [Fact(Explicit = true)]
    public async Task Many_prompts_and_long_names_can_be_looked_at()
    {
        var folder = RepositoryRoot.Combine("artifacts", "screenshots");
        await using (var server = await StudioServer.Start())
        {
            await Stress.LongNames(server);
            await Take(server, [.. Screens.All.Select(screen => ($"long-{screen.Name}", Stress.WithLongNames(screen.Address)))], folder);
        }

        await using (var server = await StudioServer.Start())
        {
            await Stress.Collection(server);
            await Take(server, [("collection", "/projects/prompts")], folder);
        }

        await using (var server = await StudioServer.Start())
        {
            await Stress.TenThousand(server);
            await Take(server, [("ten-thousand", "/projects/prompts")], folder);
        }
    }

    private async Task Take(StudioServer server, IReadOnlyList<(string Name, string Address)> screens, string folder)
    {
        Directory.CreateDirectory(folder);
        await using var visit = await Visit.SignedIn(browsers, server);
        visit.Allow(404);
        foreach (var (name, address) in screens)
        {
            await Shoot(visit, server, address, Path.Combine(folder, $"{name}-light.png"), 1280, 800, ColorScheme.Light);
            await Shoot(visit, server, address, Path.Combine(folder, $"{name}-dark.png"), 1280, 800, ColorScheme.Dark);
            await Shoot(visit, server, address, Path.Combine(folder, $"{name}-phone.png"), 390, 844, ColorScheme.Light);
        }
    }

    private static async Task Shoot(Visit visit, StudioServer server, string address, string file, int width, int height, ColorScheme scheme)
    {
        await visit.Page.SetViewportSizeAsync(width, height);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Screens.Open(visit, server, address);
        var packed = SmallPng.Pack(await visit.Page.ScreenshotAsync(new() { Caret = ScreenshotCaret.Hide, Animations = ScreenshotAnimations.Disabled }));
        packed.Length.ShouldBeLessThanOrEqualTo(MostBytes, file);
        await File.WriteAllBytesAsync(file, packed);
    }
}
