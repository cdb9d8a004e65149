using System.Diagnostics;
using Quire.Checks.Results;

namespace Quire.Checks.Running;

/// <summary>Runs one test project in a process of its own and reads what it wrote.</summary>
/// <param name="settings">Where things are.</param>
internal sealed class ProjectRunner(CheckSettings settings)
{
    private const int HeadLines = 35;
    private const int TailLines = 15;
    private const int LineLength = 300;

    /// <summary>Runs the project. Always answers: a crash, a missing result file and a time-out are failed tests.</summary>
    /// <param name="project">What to run.</param>
    public async Task<ProjectResult> RunAsync(TestProject project)
    {
        var clock = Stopwatch.StartNew();
        var folder = Directory.CreateDirectory(Path.Combine(settings.Output, project.Name)).FullName;
        var isDotnet = project.Kind == TestProjectKind.Dotnet;
        var end = await ExecuteAsync(StartInfo(project, folder), settings.Limit, isDotnet ? Executable(project) : null);
        if (end.WasEnded && isDotnet)
            end = await RunAgainAsync(project, folder, end);
        await File.WriteAllTextAsync(Path.Combine(folder, "output.log"), end.Output);
        var tests = Directory.EnumerateFiles(folder, ResultFile(project)).SelectMany(file => Read(project, file)).ToList();
        return new ProjectResult(project.Name, tests, clock.Elapsed).WithExitCode(end.ExitCode, Excerpt(end.Output));
    }

    // Run by itself, the executable shows how it dies or which test hangs; its exit code is never taken for success.
    private async Task<ProcessEnd> RunAgainAsync(TestProject project, string folder, ProcessEnd first)
    {
        string[] arguments = ["-noLogo", "-noColor", "-longRunning", "30", "-trx", Path.Combine(folder, "again.trx")];
        var end = await ExecuteAsync(Start(project, Executable(project), arguments), settings.SecondLimit, executable: null);
        // What was ended could not take its coverage probes out again; the next build makes the folder anew.
        Directory.Delete(Path.GetDirectoryName(Executable(project))!, recursive: true);
        return end with
        {
            ExitCode = end.ExitCode == 0 ? -1 : end.ExitCode,
            Output = $"{first.Output}\nrun again by itself:\n{end.Output}",
        };
    }

    private async Task<ProcessEnd> ExecuteAsync(ProcessStartInfo start, TimeSpan limit, string? executable)
    {
        using var process = new Process { StartInfo = start };
        process.Start();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var reason = await WaitAsync(process, limit, executable);
        if (reason is not null)
            process.Kill(entireProcessTree: true);
        var text = await output + await errors;
        return new ProcessEnd(reason is null ? process.ExitCode : -1, text + reason, reason is not null);
    }

    // Null when the process ended by itself.
    private async Task<string?> WaitAsync(Process process, TimeSpan limit, string? executable)
    {
        var clock = Stopwatch.StartNew();
        var vanished = new VanishedProcess(settings.Patience);
        var exit = process.WaitForExitAsync();
        while (await Task.WhenAny(exit, Task.Delay(TimeSpan.FromSeconds(1))) != exit)
        {
            if (clock.Elapsed > limit)
                return $"ended after {limit.TotalMinutes:0.#} minutes";
            if (executable is not null && vanished.Look(ExecutableLookup.IsRunning(executable), clock.Elapsed))
                return "the test process died";
        }

        return null;
    }

    private ProcessStartInfo StartInfo(TestProject project, string folder) => project.Kind == TestProjectKind.Vitest
        ? Start(project, "npx", ["--no-install", "vitest", "run", "--reporter=json", $"--outputFile={Path.Combine(folder, "vitest.json")}"])
        : Start(project, "dotnet",
        [
            "test", project.File, "--no-build", "--nologo", "-nodeReuse:false",
            "--collect", "XPlat Code Coverage", "--settings", Path.Combine(settings.Root, "eng", "coverage.runsettings"),
            "--logger", "trx;LogFileName=results.trx", "--results-directory", folder,
        ]);

    private static ProcessStartInfo Start(TestProject project, string program, string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = project.Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private string Executable(TestProject project) => Path.Combine(
        settings.Root, "artifacts", "bin", project.Name, "debug", project.Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private static string ResultFile(TestProject project) =>
        project.Kind == TestProjectKind.Vitest ? "vitest.json" : "*.trx";

    private static IReadOnlyList<TestCase> Read(TestProject project, string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            return project.Kind == TestProjectKind.Vitest ? VitestReader.Read(text) : TrxReader.Read(text);
        }
        catch (Exception error) when (error is System.Xml.XmlException or System.Text.Json.JsonException)
        {
            return [new TestCase($"the result file {file}", TestOutcome.Failed, error.Message)];
        }
    }

    // A crash is told at the top, what came of it at the bottom.
    private static string Excerpt(string output)
    {
        var lines = output.Split('\n').Where(line => line.Length > 0)
            .Select(line => line.Length > LineLength ? line[..LineLength] + "…" : line).ToList();
        return lines.Count <= HeadLines + TailLines
            ? string.Join('\n', lines)
            : string.Join('\n', [.. lines.Take(HeadLines), "…", .. lines.TakeLast(TailLines)]);
    }
}
