using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Import;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Import;

/// <summary><c>quire import</c>: brings prompts in as one commit.</summary>
internal static class ImportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var source = new Argument<string>("source") { Description = "a folder (its .git is never read), a table (.csv) or a list of prompts (.json)", HelpName = "DIR|FILE.csv|FILE.json" };
        var branch = new Option<string?>("--branch") { Description = "the branch; default: the default branch", HelpName = "NAME" };
        var message = new Option<string?>("--message", "-m") { Description = "the commit's message", HelpName = "TEXT" };
        var dialect = new Option<string>("--dialect") { Description = $"the dialect of rows that name none: {Dialects.Names}", HelpName = "NAME", DefaultValueFactory = _ => "variables" };
        var command = new Command("import", "Imports a folder, a table or a list of prompts as one commit.") { source, branch, message, dialect };
        var store = new StoreOptions(command);
        return command.Does(cli, async (call, cancellation) =>
        {
            var name = call.GetValue(source)!;
            var files = Read(cli, name, call.GetValue(dialect)!);
            if (files.Count == 0)
                throw CliErrors.WrongCall($"'{name}' holds nothing to import.", "Name a folder with files, or a table with rows.");
            Importer.CheckSizes(files);
            await using var api = await new Connector(cli).Open(store.Read(cli, call), cancellation);
            var text = call.GetValue(message) ?? $"Import {Path.GetFileName(Path.TrimEndingDirectorySeparator(cli.PathOf(name)))}";
            var report = await new Importer(api).Import(files, call.GetValue(branch), text, cancellation);
            report.Print(cli, store.Json(call));
            return ExitCodes.Done;
        });
    }

    private static IReadOnlyList<ImportFile> Read(CliContext cli, string name, string dialect)
    {
        var path = cli.PathOf(name);
        if (Directory.Exists(path))
            return FolderSource.Read(path);
        _ = Dialects.Of(dialect, null);
        var file = Path.GetFileName(path);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => new RowFiles(dialect).Of(CsvSource.Read(file, TextArgument.ReadFile(cli, name))),
            ".JSON" => new RowFiles(dialect).Of(JsonSource.Read(file, TextArgument.ReadFile(cli, name))),
            _ when File.Exists(path) => throw CliErrors.WrongCall($"'{name}' is neither a folder nor a .csv or .json file.", "Import the folder that it stands in."),
            _ => throw CliErrors.Unreadable(name, "there is no such folder or file"),
        };
    }
}
