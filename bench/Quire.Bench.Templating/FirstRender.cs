using System.Diagnostics;
using Quire.Bench.Harness;

namespace Quire.Bench.Templating;

/// <summary>
/// A process that parses, renders and ends, against one that only ends. Both are published framework-dependent and, where the pack restores, ReadyToRun,
/// from projects that are written below artifacts for this, so that the lock files of the tree stay as they are.
/// </summary>
internal static class FirstRender
{
    private const string Subject = "Quire.Bench.Templating.FirstRender";
    private const string Peer = "Quire.Bench.Empty";

    public static void Compare(Scoreboard board, PairOptions options)
    {
        var root = Root();
        var readyToRun = Publish(root, Peer, readyToRun: true) && Publish(root, Subject, readyToRun: true);
        if (!readyToRun && !(Publish(root, Peer, readyToRun: false) && Publish(root, Subject, readyToRun: false)))
            throw new InvalidOperationException("the programs of the first render cannot be published");
        board.Note("first render", readyToRun ? "framework-dependent, ReadyToRun" : "framework-dependent, JIT (the ReadyToRun pack does not restore)");
        var once = options with { SampleTime = TimeSpan.FromMilliseconds(1), LongestWarmUp = TimeSpan.FromSeconds(3) };
        board.AtMost("first render in a fresh process by an empty process", 1.5, PairComparison.Run(Start(root, Subject), Start(root, Peer), once));
    }

    private static ProcessSampler Start(string root, string project) => new(project, Path.Combine(Folder(root, project), "out", project));

    private static string Folder(string root, string project) => Path.Combine(root, "artifacts", "first-render", project);

    private static bool Publish(string root, string project, bool readyToRun)
    {
        var folder = Directory.CreateDirectory(Folder(root, project)).FullName;
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, project + ".csproj"), ProjectFile(readyToRun));
        File.Copy(Path.Combine(root, "bench", project, "Program.cs"), Path.Combine(folder, "Program.cs"), overwrite: true);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["publish", folder, "-c", "Release", "-v", "q", "-o", Path.Combine(folder, "out")]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string ProjectFile(bool readyToRun) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <InvariantGlobalization>true</InvariantGlobalization>
            <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            <PublishReadyToRun>{readyToRun}</PublishReadyToRun>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{typeof(Quire.Templating.Template).Assembly.Location}" />
          </ItemGroup>
        </Project>
        """;

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
