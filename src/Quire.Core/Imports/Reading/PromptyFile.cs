using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Core.Langfuse;
using Quire.Prompts.Files;
using Quire.Prompts.Yaml;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>Reads Prompty files: YAML between fences, then a text in which lines such as <c>system:</c> begin messages.</summary>
internal static class PromptyFile
{
    private static readonly string[] Roles = ["system", "user", "assistant", "developer", "tool", "function"];
    private static readonly string[] Known = ["name", "description", "tags", "model", "template"];

    /// <summary>The version that a file holds, and the tags that it names.</summary>
    /// <exception cref="ItemRefusedException">It is no Prompty file.</exception>
    public static (ImportParts Parts, IReadOnlyList<string>? Tags) Read(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8Text.IsText(bytes))
            throw new ItemRefusedException($"the file is not text: {Utf8Text.Explain(bytes)}.", "Save it as UTF-8.");
        var text = Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes).ReplaceLineEndings("\n");
        var (head, body) = Split(text);
        var settings = Settings(head);
        var chat = (settings.Member("model") ?? default).Text("api") != "completion";
        return (new ImportParts
        {
            Content = chat ? new LangfuseContent(null, Messages(body)) : new LangfuseContent(body, null),
            Dialect = DialectOf(settings.Member("template")),
            Title = chat ? settings.Text("name") : null,
            Description = settings.Text("description"),
            Model = settings.Member("model") is { } model ? WithoutKey(model) : null,
            Extensions = Rest(settings),
        }, settings.Words("tags"));
    }

    private static (string Head, string Body) Split(string text)
    {
        const string Fence = "---\n";
        var start = text.TrimStart();
        var end = start.StartsWith(Fence, StringComparison.Ordinal) ? start.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal) : -1;
        return end < 0
            ? throw new ItemRefusedException("the file does not begin with settings between two lines of '---'.")
            : (start[Fence.Length..(end + 1)], start[(end + 1 + Fence.Length)..]);
    }

    private static JsonElement Settings(string head)
    {
        try
        {
            var settings = YamlDocument.ToJson(head);
            return settings.ValueKind is JsonValueKind.Object or JsonValueKind.Null ? settings : throw new ItemRefusedException("its settings are no mapping.");
        }
        catch (FormatException error)
        {
            throw new ItemRefusedException($"its settings cannot be read: {error.Message}");
        }
    }

    private static List<LangfuseMessage> Messages(string body)
    {
        var messages = new List<LangfuseMessage>();
        var role = "system";
        var text = new StringBuilder();
        foreach (var line in body.Split('\n'))
        {
            if (RoleOf(line) is not { } next)
            {
                text.Append(line).Append('\n');
                continue;
            }
            Close(messages, role, text);
            role = next;
        }
        Close(messages, role, text);
        return messages.Count > 0 ? messages : throw new ItemRefusedException("it holds no text.");
    }

    private static void Close(List<LangfuseMessage> messages, string role, StringBuilder text)
    {
        var content = text.ToString().Trim('\n', ' ', '\t');
        text.Clear();
        if (content.Length > 0)
            messages.Add(new LangfuseMessage(role, content, null));
    }

    private static string? RoleOf(string line)
    {
        var word = line.AsSpan().Trim().TrimStart('#').Trim();
        if (word.Length == 0 || word[^1] != ':')
            return null;
        word = word[..^1].TrimEnd();
        foreach (var role in Roles)
        {
            if (word.Equals(role, StringComparison.OrdinalIgnoreCase))
                return role;
        }
        return null;
    }

    private static Dialect DialectOf(JsonElement? template)
    {
        var word = template is { ValueKind: JsonValueKind.Object } settings ? settings.Member("format") is { ValueKind: JsonValueKind.Object } format ? format.Text("kind") : settings.Text("format") ?? settings.Text("type")
            : template is { ValueKind: JsonValueKind.String } name ? JsonMembers.Decode(name) : null;
        return word switch
        {
            null or "jinja2" or "jinja" => Dialect.Jinja,
            "mustache" or "handlebars" => Dialect.Mustache,
            _ => throw new ItemRefusedException($"its template is of the kind '{word}'.", "Understood are jinja2 and mustache."),
        };
    }

    // A key belongs to whoever calls the model, not to the prompt.
    private static JsonElement WithoutKey(JsonElement model)
    {
        if (model.ValueKind != JsonValueKind.Object || JsonObject.Create(model) is not { } copy)
            return model;
        (copy["configuration"] as JsonObject)?.Remove("api_key");
        return JsonSerializer.SerializeToElement(copy);
    }

    private static Dictionary<string, JsonElement> Rest(JsonElement settings)
    {
        var rest = settings.ValueKind != JsonValueKind.Object ? [] : settings.EnumerateObject().Where(member => !Known.Contains(member.Name)).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        return rest.Count == 0 ? [] : new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["x-prompty"] = JsonSerializer.SerializeToElement(rest) };
    }
}
