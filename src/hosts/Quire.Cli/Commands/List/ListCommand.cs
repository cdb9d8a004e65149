using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.List;

/// <summary><c>quire list</c>: the prompts of a project.</summary>
internal static class ListCommand
{
    private const int PageSize = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var prefix = new Option<string?>("--prefix") { Description = "only prompts whose path begins so", HelpName = "PATH" };
        var command = new Command("list", "Lists the prompts of a project.") { prefix };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var route = api.ProjectRoute($"prompts?limit={PageSize}&prefix={Uri.EscapeDataString(call.GetValue(prefix) ?? "")}");
            var items = await api.GetAll(route, cancellation).ToListAsync(cancellation);
            if (store.Json(call))
                cli.WriteList(items);
            else
                Print(cli, items);
            return ExitCodes.Done;
        });
    }

    private static void Print(CliContext cli, List<JsonElement> items)
    {
        var table = new Table("PATH", "VERSION", "TYPE", "DIALECT", "LAYER", "ALIASES", "DESCRIPTION");
        foreach (var item in items)
            table.Add(item.Text("path"), item.Text("version"), item.Text("type"), item.Text("dialect"), Layer(item), Aliases(item), item.Text("description"));
        if (items.Count > 0)
            cli.WriteRaw(System.Text.Encoding.UTF8.GetBytes(table.ToString()));
        cli.WriteLine($"{items.Count} {(items.Count == 1 ? "prompt" : "prompts")}");
    }

    private static string Layer(JsonElement item) => item.Text("scope") is { Length: > 0 } scope ? $"{item.Text("layer")}:{scope}" : item.Text("layer");

    private static string Aliases(JsonElement item) =>
        item.TryGetProperty("aliases", out var aliases) && aliases.ValueKind == JsonValueKind.Object
            ? string.Join(' ', aliases.EnumerateObject().Select(alias => $"{alias.Name}@{alias.Value}"))
            : "";
}
