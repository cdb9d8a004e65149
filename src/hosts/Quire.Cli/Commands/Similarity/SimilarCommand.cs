using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Similarity;

/// <summary><c>quire similar</c>: finds prompts like one.</summary>
internal static class SimilarCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var path = new Argument<string>("path") { Description = "a prompt", HelpName = "PATH" };
        var everywhere = new Option<bool>("--all-projects") { Description = "in every project, not only in that of the prompt" };
        var range = new ScoreOptions("0.2", "0.1");
        var command = new Command("similar", "Finds prompts that share much of their wording with one.") { path, everywhere };
        range.AddTo(command);
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var answer = await api.Get(api.PromptRoute(api.ParseAddress(call.GetValue(path)!), $"/similar?{range.Query(call)}{(call.GetValue(everywhere) ? "&everywhere=true" : "")}"), cancellation);
            var table = new Table("SCORE", "PROJECT", "PATH", "VERSION");
            foreach (var item in answer.Items())
                table.Add(item.Text("score"), item.Text("project"), item.Text("path"), item.Text("version"));
            ScoreOptions.Print(cli, [.. answer.Items()], table, store.Json(call), "prompt");
            return ExitCodes.Done;
        });
    }
}
