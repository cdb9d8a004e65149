using System.CommandLine;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;
using Quire.Templating;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Commands.Lint;

/// <summary><c>quire lint</c>: what is wrong with files, without storing them.</summary>
internal static class LintCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var files = new Argument<string[]>("file") { Description = "files, '-' for standard input, or folders (their .prompt.md and .prompt.yml files)", Arity = ArgumentArity.OneOrMore, HelpName = "FILE|FOLDER" };
        var dialect = new Option<string?>("--dialect") { Description = $"read the files as bare templates of this dialect: {Dialects.Names}", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "print the findings as JSON" };
        return new Command("lint", "Checks prompt files and templates, and says what is wrong and where.") { files, dialect, json }.Does(cli, call =>
        {
            var reader = new SourceReader(cli, call.GetValue(dialect), TemplateOptions.Default);
            var paths = call.GetValue(files)!.SelectMany(path => PromptFilesIn(cli, path)).ToList();
            var findings = paths.SelectMany(path => reader.Read(path).Findings).ToList();
            if (call.GetValue(json))
                cli.WriteJson(writer => DiagnosticJson.WriteList(writer, findings));
            else
                Print(cli, paths.Count, findings);
            return findings.Exists(finding => finding.Severity == Severity.Error) ? ExitCodes.Failed : ExitCodes.Done;
        });
    }

    private static IEnumerable<string> PromptFilesIn(CliContext cli, string path)
    {
        if (path == SourceReader.StandardInput || !Directory.Exists(cli.PathOf(path)))
            return [path];
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(cli.PathOf(path), "*.prompt.*", options)
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal))
            .Select(file => Path.Combine(path, Path.GetRelativePath(cli.PathOf(path), file)))
            .Order(StringComparer.Ordinal);
    }

    private static void Print(CliContext cli, int files, List<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            cli.WriteLine(finding.ToString());
            foreach (var line in (finding.Excerpt ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                cli.WriteLine($"  | {line.TrimEnd('\r')}");
        }
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        var others = findings.Count - errors;
        cli.WriteLine($"{files} {(files == 1 ? "file" : "files")}, {errors} {(errors == 1 ? "error" : "errors")}{(others == 0 ? "" : $", {others} other findings")}");
    }
}
