using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Collect;

/// <summary><c>quire gc</c>: sweeps what nothing refers to, and stores the rest smaller.</summary>
internal static class CollectCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var keep = new Option<string?>("--keep") { Description = "how long objects that nothing refers to are kept: 2w, 10d, 12h, 30m (default: 2w)", HelpName = "TIME" };
        keep.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && KeepTime.Seconds(text) is null)
                result.AddError($"'{text}' is no time; write a number and w, d, h or m, for example 2w.");
        });
        var now = new Option<bool>("--now") { Description = "keep nothing, however young" };
        var dry = new Option<bool>("--dry-run") { Description = "only tell what would be swept" };
        var command = new Command("gc", "Removes objects that nothing refers to, stores older versions as deltas, and gives room back.") { keep, now, dry };
        command.Validators.Add(result =>
        {
            if (result.GetValue(now) && result.GetValue(keep) is not null)
                result.AddError("--keep and --now exclude each other.");
        });
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var seconds = call.GetValue(now) ? 0 : call.GetValue(keep) is { } text ? KeepTime.Seconds(text) : null;
            var report = await api.Send(HttpMethod.Post, api.OrganisationRoute("gc"), writer => Write(writer, seconds, call.GetValue(dry)), cancellation);
            if (store.Json(call))
                cli.WriteJson(report);
            else
                Print(cli, report);
            return ExitCodes.Done;
        });
    }

    private static void Write(Utf8JsonWriter writer, long? seconds, bool dryRun)
    {
        writer.WriteStartObject();
        if (seconds is { } keep)
            writer.WriteNumber("keepSeconds", keep);
        writer.WriteBoolean("dryRun", dryRun);
        writer.WriteEndObject();
    }

    private static void Print(CliContext cli, JsonElement report)
    {
        var verb = report.GetProperty("dryRun").GetBoolean() ? "would sweep" : "swept";
        foreach (var project in report.Items("projects"))
        {
            cli.WriteLine($"{project.Text("project")}: {verb} {project.Text("swept")} objects ({project.Text("sweptBytes")} bytes), kept {project.Text("kept")} young ones, "
                + $"{project.Text("reachable")} in use, {project.Text("repacked")} stored as deltas ({project.Text("repackedBytes")} bytes less)");
        }
        cli.WriteLine($"store: {report.Text("bytesBefore")} bytes before, {report.Text("bytesAfter")} after, {report.Text("freeBytes")} of them free");
    }
}
