using System.CommandLine;
using Quire.Cli.Connecting;
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
        var branch = new Option<string?>("--branch") { Description = "with --data or --server: the branch whose layers stand beside the files", HelpName = "NAME" };
        var command = new Command("lint", "Checks prompt files and templates, and says what is wrong and where. With --data or --server it checks them as if they were committed there.") { files, dialect, branch };
        var given = new VariableOptions(command);
        var store = new StoreOptions(command);
        return command.Does(cli, async (call, cancellation) =>
        {
            var reader = new SourceReader(cli, call.GetValue(dialect), TemplateOptions.Default);
            if (given.AreGiven(call) && call.GetValue(dialect) is not null)
                throw CliErrors.WrongCall("--dialect reads bare templates, and those have no schema.", "Leave out --dialect, or --var and --vars.");
            var variables = given.AreGiven(call) ? given.Read(cli, call) : null;
            var found = call.GetValue(files)!.SelectMany(path => NamedFile.In(cli, path)).ToList();
            if (store.IsNamed(call) && call.GetValue(dialect) is not null)
                throw CliErrors.WrongCall("--dialect reads bare templates, and those are not stored.", "Leave out --dialect, or --data and --server.");
            var findings = store.IsNamed(call)
                ? await StoredLint.Check(cli, store.Read(cli, call), new LintedAs(call.GetValue(branch), variables), reader, found, cancellation)
                : [.. found.SelectMany(file => reader.Check(file.Path, variables))];
            Print(cli, found.Count, findings, store.Json(call));
            return findings.Exists(finding => finding.Severity == Severity.Error) ? ExitCodes.Failed : ExitCodes.Done;
        });
    }

    private static void Print(CliContext cli, int files, List<Diagnostic> findings, bool json)
    {
        if (json)
        {
            cli.WriteJson(writer => DiagnosticJson.WriteList(writer, findings));
            return;
        }
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
