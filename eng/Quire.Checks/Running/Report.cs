using System.Globalization;
using Quire.Checks.Coverage;
using Quire.Checks.Results;

namespace Quire.Checks.Running;

/// <summary>What <c>./test</c> prints. The last line is the closing line that machines read.</summary>
/// <param name="output">Where it is written to.</param>
internal sealed class Report(TextWriter output)
{
    private const int FilesShown = 5;
    private const int LinesShown = 60;

    /// <summary>One project, on one line.</summary>
    /// <param name="result">What it reported.</param>
    public static string Line(ProjectResult result) => string.Create(CultureInfo.InvariantCulture,
        $"{result.Project,-30} {result.Passed,6} passed {result.Failed,4} failed {result.Skipped,4} skipped {result.Elapsed.TotalSeconds,7:0.0} s");

    /// <summary>Writes failures, skips, coverage, broken gates and the closing line; answers the exit code.</summary>
    /// <param name="results">All projects.</param>
    /// <param name="assemblies">The assemblies whose coverage counts.</param>
    /// <param name="coverage">What the runs covered.</param>
    public int Write(IReadOnlyList<ProjectResult> results, IReadOnlyList<SourceAssembly> assemblies, CoverageMap coverage)
    {
        WriteSkips(results);
        WriteFailures(results);
        WriteCoverage(assemblies, coverage);
        var broken = CoverageGate.Check(assemblies, coverage);
        foreach (var sentence in broken)
            output.WriteLine(sentence);

        var passed = results.Sum(result => result.Passed);
        var failed = results.Sum(result => result.Failed);
        var skipped = results.Sum(result => result.Skipped);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, {skipped} skipped"));
        return failed == 0 && broken.Count == 0 && passed > 0 ? 0 : 1;
    }

    private void WriteSkips(IEnumerable<ProjectResult> results)
    {
        var reasons = results.SelectMany(result => result.Tests)
            .Where(test => test.Outcome == TestOutcome.Skipped)
            .GroupBy(test => test.Message, (reason, tests) => $"{tests.Count(),6} skipped: {OneLine(reason)}").ToList();
        WriteBlock(reasons);
    }

    private void WriteFailures(IEnumerable<ProjectResult> results)
    {
        foreach (var result in results)
            foreach (var test in result.Tests.Where(test => test.Outcome == TestOutcome.Failed))
                WriteBlock([$"FAILED {result.Project}: {test.Name}", .. Indented(test.Message), .. Indented(test.Trace), .. Indented(test.Output)]);
    }

    private void WriteCoverage(IReadOnlyList<SourceAssembly> assemblies, CoverageMap coverage)
    {
        WriteBlock([$"{"line coverage",-30}      lines     has    owes"]);
        foreach (var assembly in assemblies)
        {
            var sum = coverage.Of(assembly.Name);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{assembly.Name,-30} {sum.Covered,5}/{sum.Coverable,-5} {CoverageGate.Floor(sum.Percent),5:0.0} % {assembly.Required,5:0} %"));
            if (assembly.HasSource && sum.Percent < assembly.Required)
                WriteWorst(coverage.WorstFiles(assembly.Name));
        }

        output.WriteLine();
    }

    private void WriteWorst(IReadOnlyList<(string File, int Uncovered)> files)
    {
        foreach (var (file, uncovered) in files.Take(FilesShown))
            output.WriteLine($"    {uncovered,5} lines uncovered in {file}");
    }

    private void WriteBlock(List<string> lines)
    {
        if (lines.Count > 0)
            output.WriteLine();
        foreach (var line in lines)
            output.WriteLine(line);
    }

    private static IEnumerable<string> Indented(string text) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Take(LinesShown).Select(line => "    " + line);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim() is { Length: > 0 } line ? line : "no reason given";
}
