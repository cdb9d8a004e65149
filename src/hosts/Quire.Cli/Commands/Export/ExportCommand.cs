using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Export;

/// <summary><c>quire export</c>: takes prompts out, as files or as one file.</summary>
internal static class ExportCommand
{
    private const string Standard = "-";
    private static readonly string[] Formats = ["files", "zip", "csv", "json", "langfuse"];

    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var target = new Argument<string>("target") { Description = "a folder that is new or empty, a file (.zip, .csv, .json), or - for standard output", HelpName = "DIR|FILE|-" };
        var format = new Option<string?>("--format") { Description = $"{string.Join(", ", Formats)}; default: what the file's ending tells, files for a folder", HelpName = "NAME" };
        var folder = new Option<string?>("--folder") { Description = "the prompts of a folder only", HelpName = "PATH" };
        var tag = new Option<string?>("--tag") { Description = "the prompts with a tag only", HelpName = "TAG" };
        var prompt = new Option<string[]>("--prompt") { Description = "this prompt only; may be repeated", HelpName = "PATH" };
        var all = new Option<bool>("--all-versions") { Description = "every version, not only the newest; for csv, json and langfuse" };
        var force = new Option<bool>("--force") { Description = "write over files that are there" };
        var command = new Command("export", "Exports prompts as files, or as one file. Importing what it gives changes nothing.") { target, format, folder, tag, prompt, all, force };
        var store = new StoreOptions(command);
        return command.Does(cli, async (call, cancellation) =>
        {
            var place = call.GetValue(target)!;
            var form = call.GetValue(format) ?? FormatOf(place);
            if (!Formats.Contains(form))
                throw CliErrors.WrongCall($"There is no export format '{form}'.", $"Formats are {string.Join(", ", Formats)}.");
            var output = new ExportOutput(cli, place, call.GetValue(force));
            if (place != Standard)
                output.Check(isFolder: form == "files");
            else if (form == "files")
                throw CliErrors.WrongCall("Files need a folder to stand in.", "Name a folder, or --format zip.");
            await using var api = await new Connector(cli).Open(store.Read(cli, call), cancellation);
            var query = new Dictionary<string, string?>
            {
                ["format"] = form == "files" ? "zip" : form,
                ["folder"] = call.GetValue(folder),
                ["tag"] = call.GetValue(tag),
                ["paths"] = call.GetValue(prompt) is { Length: > 0 } prompts ? string.Join(',', prompts) : null,
                ["versions"] = call.GetValue(all) ? "all" : null,
            };
            var bytes = await api.GetBytes(api.ProjectRoute("export") + ImportCalls.Query(query), cancellation);
            if (place == Standard)
                cli.WriteRaw(bytes);
            else
                output.Write(bytes, isFolder: form == "files", store.Json(call));
            return ExitCodes.Done;
        });
    }

    private static string FormatOf(string place) => place == Standard ? "zip" : Path.GetExtension(place).ToUpperInvariant() switch
    {
        ".ZIP" => "zip",
        ".CSV" => "csv",
        ".JSON" => "json",
        _ => "files",
    };
}
