using System.Text;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;

namespace Quire.Cli.Import;

/// <summary>Shows imports: how far they are, and what they did.</summary>
/// <param name="cli">Where it is shown.</param>
internal sealed class ImportOutput(CliContext cli)
{
    private const int MaxRows = 50;
    private const int Width = 60;

    /// <summary>Shows how far it is, to a person.</summary>
    public void Progress(JsonElement step)
    {
        if (!cli.IsTerminal)
            return;
        var total = step.Text("total");
        cli.Error.Write($"\r{$"{step.Text("phase")} {step.Text("done")}{(total is "0" ? "" : $" of {total}")}".PadRight(Width)}\r");
    }

    /// <summary>Prints the report; what failed goes to standard error.</summary>
    /// <returns>The exit code: 1 where something failed.</returns>
    public int Print(JsonElement report, bool json)
    {
        if (cli.IsTerminal)
            cli.Error.Write($"\r{new string(' ', Width)}\r");
        if (json)
            cli.WriteJson(writer => WriteJson(writer, report));
        else
            PrintText(report);
        var failed = report.Items().Where(item => item.Text("result") == "failed").ToList();
        if (!json)
            failed.ForEach(PrintFailure);
        return failed.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private void PrintText(JsonElement report)
    {
        var moved = report.Items().Where(item => item.Text("result") is "created" or "updated").ToList();
        var dry = report.GetProperty("dryRun").GetBoolean();
        if (moved.Count > 0)
        {
            var table = new Table("RESULT", "PROMPT", "VERSIONS");
            foreach (var item in moved.Take(MaxRows))
                table.Add(item.Text("result"), item.Text("path"), item.Words("versions", "-"));
            cli.WriteRaw(Encoding.UTF8.GetBytes(table.ToString()));
            if (moved.Count > MaxRows)
                cli.WriteLine($"… and {moved.Count - MaxRows} more; --json lists all");
        }
        cli.WriteLine(Summary(report, moved.Count, dry));
    }

    private static string Summary(JsonElement report, int moved, bool dry)
    {
        var thing = report.Text("format") is "files" or "github" ? "file" : "prompt";
        var failed = report.GetProperty("failed").GetInt32();
        var parts = new List<string> { $"{Counted(report.Items().Count(item => item.Text("result") != "skipped"), thing)} read" };
        if (moved == 0)
            parts.Add("nothing changed");
        else
            parts.AddRange([$"{moved} changed", Counted(report.Items("issued").Count(), "new version")]);
        if (report.Text("commit") is { Length: > 0 } commit)
            parts.Add($"commit {commit}");
        if (report.GetProperty("skipped").GetInt32() is > 0 and var skipped)
            parts.Add($"{skipped} left out");
        if (failed > 0)
            parts.Add($"{failed} failed");
        return string.Join(", ", parts) + (dry ? " (nothing written)" : "");
    }

    private void PrintFailure(JsonElement item)
    {
        cli.Error.WriteLine($"quire: {item.Text("place")}: {item.Text("reason")}");
        var findings = item.Items("diagnostics").Select(DiagnosticJson.Read).ToList();
        findings.ForEach(finding => ErrorPrinter.Print(cli.Error, finding));
        if (findings.Count == 0 && item.Text("hint") is { Length: > 0 } hint)
            cli.Error.WriteLine($"  → {hint}");
    }

    // The counts that scripts of earlier versions read stand beside the server's.
    private static void WriteJson(Utf8JsonWriter writer, JsonElement report)
    {
        writer.WriteStartObject();
        writer.WriteNumber("files", report.Items().Count(item => item.Text("result") != "skipped"));
        writer.WriteNumber("sent", report.GetProperty("created").GetInt32() + report.GetProperty("updated").GetInt32());
        foreach (var member in report.EnumerateObject())
            member.WriteTo(writer);
        if (!report.TryGetProperty("commit", out _))
            writer.WriteNull("commit");
        writer.WriteEndObject();
    }

    private static string Counted(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";
}
