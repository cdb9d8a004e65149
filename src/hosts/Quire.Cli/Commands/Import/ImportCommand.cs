using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Import;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;
using Quire.Core.Imports;

namespace Quire.Cli.Commands.Import;

/// <summary><c>quire import</c>: brings prompts in from files and other registries.</summary>
internal static class ImportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var source = new Argument<string[]>("source")
        {
            Description = $"the format ({ImportFormats.Names}; auto where it is left out), then a folder (its .git is never read), a file, or the address of a langfuse or mlflow server",
            HelpName = "[FORMAT] DIR|FILE|URL",
            Arity = new ArgumentArity(1, 2),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "write nothing, say what would be done" };
        var branch = new Option<string?>("--branch") { Description = "the branch; default: the default branch", HelpName = "NAME" };
        var folder = new Option<string?>("--folder") { Description = "the folder that everything goes into", HelpName = "PATH" };
        var message = new Option<string?>("--message", "-m") { Description = "the message of commits whose versions bring none", HelpName = "TEXT" };
        var dialect = new Option<string?>("--dialect") { Description = $"the dialect of prompts whose source names none: {Dialects.Names}; default: prompts keep theirs, new ones are of variables", HelpName = "NAME" };
        var keepGoing = new Option<bool>("--keep-going") { Description = "let the others arrive where a file fails; the default of all formats but files and github" };
        var whole = new Option<bool>("--all-or-nothing") { Description = "refuse everything where one item fails; the default of files and github" };
        var user = new Option<string?>("--user") { Description = "the user of the server; for Langfuse the public key (or LANGFUSE_PUBLIC_KEY, MLFLOW_TRACKING_USERNAME)", HelpName = "NAME" };
        var secret = new Option<string?>("--secret") { Description = "what opens the server (or LANGFUSE_SECRET_KEY, MLFLOW_TRACKING_PASSWORD, MLFLOW_TRACKING_TOKEN)", HelpName = "TEXT" };
        var command = new Command("import", "Imports a folder, a file, or the prompts of another registry. Importing the same again changes nothing.") { source, dryRun, branch, folder, message, dialect, keepGoing, whole, user, secret };
        var store = new StoreOptions(command);
        return command.Does(cli, async (call, cancellation) =>
        {
            if (call.GetValue(dialect) is { } named)
                _ = Dialects.Of(named, null);
            if (call.GetValue(keepGoing) && call.GetValue(whole))
                throw CliErrors.WrongCall("--keep-going and --all-or-nothing say the opposite.", "Give one of them.");
            var words = call.GetValue(source)!;
            var upload = new ImportUploads(cli).Of(words.Length > 1 ? words[0] : null, words[^1], call.GetValue(user), call.GetValue(secret));
            await using var api = await new Connector(cli).Open(store.Read(cli, call), cancellation);
            var query = new Dictionary<string, string?>(upload.Query)
            {
                ["dryRun"] = call.GetValue(dryRun) ? "true" : null,
                ["branch"] = call.GetValue(branch),
                ["folder"] = call.GetValue(folder),
                ["message"] = call.GetValue(message) ?? $"Import {upload.From}",
                ["dialect"] = call.GetValue(dialect),
                ["allOrNothing"] = call.GetValue(keepGoing) ? "false" : call.GetValue(whole) ? "true" : null,
            };
            var output = new ImportOutput(cli);
            var report = await api.Import(upload.Route, query, upload.Body(), output.Progress, cancellation);
            return output.Print(report, store.Json(call));
        });
    }
}
