using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using Quire.Testing;

namespace Quire.Studio.Tests.Everywhere;

/// <summary>
/// Takes pictures of the screens, in light, dark and on a phone, so that people can look at them: all of them into docs/screenshots with
/// <c>QUIRE_SCREENSHOTS=1</c>, else a few into artifacts/screenshots; and there those of long names, an imported collection and ten thousand prompts
/// with <c>QUIRE_SCREENSHOTS=stress</c>, else of the collection alone.
/// </summary>
public sealed class ScreenshotTests(Browsers browsers)
{
    private const int MostBytes = 120_000;
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("QUIRE_SCREENSHOTS");
    private static readonly string Folder = RepositoryRoot.Combine("artifacts", "screenshots");

    [Fact]
    public async Task Screens_have_their_pictures()
    {
        await using var server = await Screens.Start();
        await Take(server, Screens.OpenSome, Wanted == "1" ? Screens.All : [.. Screens.All.Take(2)], Wanted == "1" ? RepositoryRoot.Combine("docs", "screenshots") : Folder);
    }

    [Fact]
    public async Task Many_prompts_and_long_names_have_their_pictures()
    {
        await using (var server = await StudioServer.Start())
        {
            await Stress.Collection(server);
            await Take(server, (_, _) => Task.CompletedTask, [("collection", "/projects/prompts")], Folder);
        }

        if (Wanted != "stress")
            return;
        await using (var server = await StudioServer.Start())
        {
            await Stress.LongNames(server);
            await Take(server, (_, _) => Task.CompletedTask, [.. Screens.All.Select(screen => ($"long-{screen.Name}", Stress.WithLongNames(screen.Address)))], Folder);
        }

        await Full("collection", Stress.Collection, "ai/system", "wisdom");
        await Full("ten-thousand", Stress.TenThousand, "area-07/prompt-00007", "say");
    }

    // Every screen of a project with very much in it.
    private async Task Full(string name, Func<StudioServer, Task> fill, string prompt, string words)
    {
        await using var server = await StudioServer.Start();
        await fill(server);
        foreach (var branch in Enumerable.Range(0, 40).Select(at => $"branch-{at:00}").Append(Stress.LongBranch))
            await Stress.Branch(server, branch, $"{prompt}.prompt.md");
        var onBranch = Stress.OnLongBranch(prompt);
        var others = Screens.All.Where(screen => !onBranch.Any(one => one.Name == screen.Name)).Select(screen => (screen.Name, Stress.With(screen.Address, prompt, words)));
        await Take(server, (_, _) => Task.CompletedTask, [.. others.Concat(onBranch).Select(screen => ($"{name}-{screen.Item1}", screen.Item2))], Folder);
    }

    private async Task Take(StudioServer server, Func<Visit, StudioServer, Task> first, IReadOnlyList<(string Name, string Address)> screens, string folder)
    {
        Directory.CreateDirectory(folder);
        await using var visit = await Visit.SignedIn(browsers, server);
        visit.Allow(404);
        await first(visit, server);
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
