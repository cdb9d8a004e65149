using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Cli.Terminal;
using Quire.Prompts.Yaml;

namespace Quire.Cli.Commands.Seed;

/// <summary>Reads a manifest of default prompts; files that it names are read beside it and go along.</summary>
internal static class SeedFile
{
    /// <summary>The manifest as the server takes it.</summary>
    public static JsonObject Read(CliContext cli, string name, bool dryRun)
    {
        var root = Parse(name, TextArgument.ReadFile(cli, name));
        if (root["prompts"] is not JsonObject prompts)
            throw CliErrors.WrongCall($"'{name}' is no manifest: it has no mapping 'prompts'.", "Write 'prompts:' and below it each name with text, messages or file.");
        var folder = Path.GetDirectoryName(cli.PathOf(name))!;
        foreach (var item in prompts.Select(prompt => prompt.Value).OfType<JsonObject>().Where(item => item.ContainsKey("file")))
            Bring(cli, folder, item);
        if (dryRun)
            root["dryRun"] = true;
        return root;
    }

    private static JsonObject Parse(string name, string text)
    {
        try
        {
            var json = Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase) ? JsonElement.Parse(text) : YamlDocument.ToJson(text);
            return json.ValueKind == JsonValueKind.Object ? JsonObject.Create(json)! : throw CliErrors.WrongCall($"'{name}' is no manifest: it is no mapping.", "Write 'prompts:' at its top.");
        }
        catch (JsonException error)
        {
            throw CliErrors.WrongCall($"'{name}' is not JSON: {JsonText.Reason(error)}.");
        }
        catch (FormatException error)
        {
            throw CliErrors.WrongCall($"'{name}', {error.Message}");
        }
    }

    private static void Bring(CliContext cli, string folder, JsonObject item)
    {
        var file = item["file"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw CliErrors.WrongCall("A 'file' of the manifest is no text.");
        item.Remove("file");
        item["source"] = TextArgument.ReadFile(cli, Path.Combine(folder, file));
        item["format"] = file.EndsWith(".prompt.yml", StringComparison.OrdinalIgnoreCase) ? "yaml"
            : file.EndsWith(".prompt.md", StringComparison.OrdinalIgnoreCase) ? "markdown" : "text";
    }
}
