using System.Text;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Runs;

/// <summary>Prints runs.</summary>
internal static class RunPrinter
{
    /// <summary>Prints a run with what it used.</summary>
    public static void Print(CliContext cli, JsonElement answer, bool json)
    {
        if (json)
        {
            cli.WriteJson(answer);
            return;
        }
        var run = answer.GetProperty("run");
        cli.WriteLine($"{run.Text("id")}: {run.Text("kind")}, {(run.Text("finishedAt").Length > 0 ? "finished" : "not finished")}");
        var table = new Table("PROMPT", "VERSION", "");
        foreach (var use in answer.Items("prompts"))
            table.Add($"{use.Text("project")}:{use.Text("path")}", use.Text("version"), Deleted(use));
        cli.WriteRaw(Encoding.UTF8.GetBytes(table.ToString()));
        Print(cli, answer.GetProperty("parameters"));
        Print(cli, answer.GetProperty("metrics"));
    }

    /// <summary>Prints a list of runs.</summary>
    public static void Print(CliContext cli, List<JsonElement> runs, bool json)
    {
        if (json)
        {
            cli.WriteList(runs);
            return;
        }
        var table = new Table("ID", "KIND", "RECORDED", "FINISHED", "TITLE");
        foreach (var run in runs)
            table.Add(run.Text("id"), run.Text("kind"), run.Text("createdAt"), run.Text("finishedAt"), run.Text("title"));
        if (runs.Count > 0)
            cli.WriteRaw(Encoding.UTF8.GetBytes(table.ToString()));
        cli.WriteLine($"{runs.Count} {(runs.Count == 1 ? "run" : "runs")}");
    }

    private static void Print(CliContext cli, JsonElement values)
    {
        foreach (var item in values.EnumerateObject())
            cli.WriteLine($"{item.Name}={item.Value}");
    }

    private static string Deleted(JsonElement use) =>
        use.GetProperty("promptDeleted").GetBoolean() ? "prompt deleted" : use.GetProperty("versionDeleted").GetBoolean() ? "version deleted" : "";
}
