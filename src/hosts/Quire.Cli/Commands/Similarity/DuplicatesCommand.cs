using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Similarity;

/// <summary><c>quire duplicates</c>: finds prompts that are nearly the same.</summary>
internal static class DuplicatesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var everywhere = new Option<bool>("--all-projects") { Description = "in every project, not only in one" };
        var range = new ScoreOptions("0.4", "0.3");
        var command = new Command("duplicates", "Finds pairs of prompts that are nearly the same.") { everywhere };
        range.AddTo(command);
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var route = $"similar-pairs?{range.Query(call)}";
            var answer = await api.Get(call.GetValue(everywhere) ? api.OrganisationRoute(route) : api.ProjectRoute(route), cancellation);
            var table = new Table("SCORE", "PROMPT", "AND");
            foreach (var pair in answer.Items())
                table.Add(pair.Text("score"), Address(pair.GetProperty("first")), Address(pair.GetProperty("second")));
            ScoreOptions.Print(cli, [.. answer.Items()], table, store.Json(call), "pair");
            if (!store.Json(call) && answer.GetProperty("more").GetBoolean())
                cli.WriteLine("There are more: ask with a larger --limit, or a larger --least.");
            return ExitCodes.Done;
        });
    }

    private static string Address(JsonElement prompt) => $"{prompt.Text("project")}/{prompt.Text("path")}";
}
