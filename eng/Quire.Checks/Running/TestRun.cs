using Quire.Checks.Coverage;
using Quire.Checks.Results;

namespace Quire.Checks.Running;

/// <summary>Everything after the build: run, read, report, judge.</summary>
/// <param name="settings">Where things are.</param>
/// <param name="output">Where the report goes.</param>
internal sealed class TestRun(CheckSettings settings, TextWriter output)
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    /// <summary>Runs all projects and answers the exit code: 0 only if every test and every coverage gate held.</summary>
    public async Task<int> ExecuteAsync()
    {
        if (Directory.Exists(settings.Output))
            Directory.Delete(settings.Output, recursive: true);
        Directory.CreateDirectory(settings.Output);
        var results = await RunMarkedAsync();
        return new Report(_output).Write(results, SourceAssemblies.Find(settings.Root), ReadCoverage());
    }

    // Coverage changes the assemblies beside the tests and restores them at the end. A run that is interrupted leaves the mark behind, and
    // the next one builds those folders anew.
    private async Task<IReadOnlyList<ProjectResult>> RunMarkedAsync()
    {
        var mark = Path.Combine(settings.Output, "..", "interrupted");
        await File.WriteAllTextAsync(mark, "");
        var results = await RunAsync(TestProjects.Find(settings.Root));
        File.Delete(mark);
        return results;
    }

    private async Task<IReadOnlyList<ProjectResult>> RunAsync(IReadOnlyList<TestProject> projects)
    {
        var runner = new ProjectRunner(settings);
        using var slots = new SemaphoreSlim(settings.Parallel);
        return await Task.WhenAll(projects.Select(async project =>
        {
            await slots.WaitAsync();
            try
            {
                var result = await runner.RunAsync(project);
                await _output.WriteLineAsync(Report.Line(result));
                return result;
            }
            finally
            {
                slots.Release();
            }
        }));
    }

    private CoverageMap ReadCoverage()
    {
        var map = new CoverageMap();
        if (Directory.Exists(settings.Output))
            foreach (var file in Directory.EnumerateFiles(settings.Output, "coverage.cobertura.xml", SearchOption.AllDirectories))
                CoberturaReader.Read(File.ReadAllText(file), Path.Combine(settings.Root, "src"), map);
        return map;
    }
}
