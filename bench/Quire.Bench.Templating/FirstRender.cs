using System.Diagnostics;
using Quire.Bench.Harness;

namespace Quire.Bench.Templating;

/// <summary>A process that parses, renders and ends, against one that only ends; both published framework-dependent and, where the pack restores, ReadyToRun.</summary>
internal static class FirstRender
{
    public static void Compare(Scoreboard board, PairOptions options)
    {
        var root = Root();
        var readyToRun = Publish(root, "Quire.Bench.Empty", true);
        if (!readyToRun)
            Publish(root, "Quire.Bench.Empty", false);
        Publish(root, "Quire.Bench.Templating.FirstRender", readyToRun);
        board.Note("first render", readyToRun ? "framework-dependent, ReadyToRun" : "framework-dependent, JIT (the ReadyToRun pack does not restore)");
        var once = options with { SampleTime = TimeSpan.FromMilliseconds(1) };
        board.AtMost("first render in a fresh process by an empty process", 1.5,
            PairComparison.Run(Start(root, "Quire.Bench.Templating.FirstRender"), Start(root, "Quire.Bench.Empty"), once));
    }

    private static ProcessSampler Start(string root, string project) => new(project, Path.Combine(Folder(root, project), project));

    private static string Folder(string root, string project) => Path.Combine(root, "artifacts", "first-render", project);

    private static bool Publish(string root, string project, bool readyToRun)
    {
        string[] arguments =
        [
            "publish", Path.Combine(root, "bench", project), "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-v", "q", "-o", Folder(root, project),
            $"-p:PublishReadyToRun={readyToRun}", "-p:RestoreLockedMode=false", "-p:RestorePackagesWithLockFile=false", "-p:ArtifactsPath=" + Path.Combine(root, "artifacts", "first-render-build"),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Quire.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The benchmark runs from inside of the working tree.");
    }
}
