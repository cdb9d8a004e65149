using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Seed;

/// <summary><c>quire seed</c>: brings the default prompts of an application into a project, once.</summary>
internal static class SeedCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var file = new Argument<string>("file") { Description = "the manifest, YAML or JSON", HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "write nothing, say what would be done" };
        var command = new Command("seed", "Brings the default prompts of an application into a project, once. What is there stays as it is.") { file, dryRun };
        var store = new StoreOptions(command);
        return command.Does(cli, async (call, cancellation) =>
        {
            var manifest = SeedFile.Read(cli, call.GetValue(file)!, call.GetValue(dryRun));
            await using var api = await new Connector(cli).Open(store.Read(cli, call), cancellation);
            var answer = await api.Send(HttpMethod.Post, api.ProjectRoute("seed"), writer => manifest.WriteTo(writer), cancellation);
            if (store.Json(call))
                cli.WriteJson(answer);
            else
                Print(cli, answer);
            return ExitCodes.Done;
        });
    }

    private static void Print(CliContext cli, JsonElement answer)
    {
        var table = new Table("RESULT", "PROMPT", "NAME");
        foreach (var item in answer.Items())
            table.Add(item.GetProperty("deleted").GetBoolean() ? "skipped (deleted)" : item.Text("result"), item.Text("path"), item.Text("name"));
        cli.WriteRaw(System.Text.Encoding.UTF8.GetBytes(table.ToString()));
        var would = answer.GetProperty("dryRun").GetBoolean() ? " (nothing written)" : "";
        cli.WriteLine($"{answer.Text("seeded")} seeded, {answer.Text("skipped")} skipped, {answer.Text("changed")} changed{would}");
    }
}
