using System.CommandLine;
using System.Text;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Alias;

/// <summary><c>quire alias list</c>.</summary>
internal static class AliasList
{
    private const int PageSize = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var folder = new Option<string?>("--folder") { Description = "only prompts of this folder", HelpName = "PATH" };
        var command = new Command("list", "Lists the aliases of a project's prompts, and which are protected.") { folder };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var prefix = call.GetValue(folder) is { Length: > 0 } name ? $"{name.TrimEnd('/')}/" : "";
            var prompts = await api.GetAll(api.ProjectRoute($"prompts?limit={PageSize}&prefix={Uri.EscapeDataString(prefix)}"), cancellation).ToListAsync(cancellation);
            var guarded = (await api.Get(api.ProjectRoute("protected-aliases"), cancellation)).Items().Select(item => item.GetString()!).ToList();
            var rows = prompts.SelectMany(prompt => prompt.GetProperty("aliases").EnumerateObject().Select(alias => (Path: prompt.Text("path"), Alias: alias.Name, Version: alias.Value.GetInt64()))).ToList();
            if (store.Json(call))
                cli.WriteJson(writer => Write(writer, rows, guarded));
            else
                Print(cli, rows, guarded);
            return ExitCodes.Done;
        });
    }

    private static void Write(Utf8JsonWriter writer, List<(string Path, string Alias, long Version)> rows, List<string> guarded)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("aliases");
        foreach (var (path, alias, version) in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("path", path);
            writer.WriteString("alias", alias);
            writer.WriteNumber("version", version);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("protected");
        foreach (var pattern in guarded)
            writer.WriteStringValue(pattern);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Print(CliContext cli, List<(string Path, string Alias, long Version)> rows, List<string> guarded)
    {
        var table = new Table("PROMPT", "ALIAS", "VERSION");
        foreach (var (path, alias, version) in rows)
            table.Add(path, alias, $"{version}");
        if (rows.Count > 0)
            cli.WriteRaw(Encoding.UTF8.GetBytes(table.ToString()));
        cli.WriteLine($"{rows.Count} {(rows.Count == 1 ? "alias" : "aliases")}{(guarded.Count > 0 ? $"; protected: {string.Join(", ", guarded)}" : "")}");
    }
}
