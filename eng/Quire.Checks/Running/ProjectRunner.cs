using System.Diagnostics;
using Quire.Checks.Results;

namespace Quire.Checks.Running;

/// <summary>Runs one test project in a process of its own and reads what it wrote.</summary>
/// <param name="settings">Where things are.</param>
internal sealed class ProjectRunner(CheckSettings settings)
{
    private const int TailLength = 4_000;

    /// <summary>Runs the project. Always answers: a crash, a missing result file and a time-out are failed tests.</summary>
    /// <param name="project">What to run.</param>
    public async Task<ProjectResult> RunAsync(TestProject project)
    {
        var clock = Stopwatch.StartNew();
        var folder = Directory.CreateDirectory(Path.Combine(settings.Output, project.Name)).FullName;
        var (exitCode, output) = await ExecuteAsync(project, folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "output.log"), output);
        var tests = Directory.EnumerateFiles(folder, ResultFile(project)).SelectMany(file => Read(project, file)).ToList();
        return new ProjectResult(project.Name, tests, clock.Elapsed).WithExitCode(exitCode, Tail(output));
    }

    private async Task<(int ExitCode, string Output)> ExecuteAsync(TestProject project, string folder)
    {
        using var process = new Process { StartInfo = StartInfo(project, folder) };
        using var limit = new CancellationTokenSource(settings.Limit);
        process.Start();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"ended after {settings.Limit.TotalMinutes:0} minutes\n{await output}{await errors}");
        }

        return (process.ExitCode, await output + await errors);
    }

    private ProcessStartInfo StartInfo(TestProject project, string folder)
    {
        string[] command = project.Kind == TestProjectKind.Vitest
            ? ["npx", "--no-install", "vitest", "run", "--reporter=json", $"--outputFile={Path.Combine(folder, "vitest.json")}"]
            : ["dotnet", "test", project.File, "--no-build", "--nologo", "-nodeReuse:false",
                "--collect", "XPlat Code Coverage", "--settings", Path.Combine(settings.Root, "eng", "coverage.runsettings"),
                "--logger", "trx;LogFileName=results.trx", "--results-directory", folder];
        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = project.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

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

    private static string Tail(string output) => output.Length <= TailLength ? output : "…" + output[^TailLength..];
}
