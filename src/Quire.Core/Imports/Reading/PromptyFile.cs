using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Core.Langfuse;
using Quire.Prompts.Files;
using Quire.Prompts.Yaml;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>Reads Prompty files of both generations: YAML between fences, which may be absent, then a text in which lines such as <c>system:</c> begin messages.</summary>
internal static class PromptyFile
{
    private static readonly string[] Known = ["name", "description", "tags", "model", "template"];

    // Keys belong to whoever calls the model, not to the prompt. Compared without case and separators.
    private static readonly string[] Secrets = ["apikey", "password", "clientsecret", "accesstoken", "azureadtoken"];

    /// <summary>The version that a file holds, and the tags that it names.</summary>
    /// <exception cref="ItemRefusedException">It is no Prompty file.</exception>
    public static (ImportParts Parts, IReadOnlyList<string>? Tags) Read(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8Text.IsText(bytes))
            throw new ItemRefusedException($"the file is not text: {Utf8Text.Explain(bytes)}.", "Save it as UTF-8.");
        var text = Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes).ReplaceLineEndings("\n");
        var (head, body) = Split(text);
        var settings = WithoutSecrets(Settings(head));
        var model = settings.Member("model");
        var inputs = PromptyInputs.Read(settings);
        var dialect = DialectOf(settings.Member("template"));
        var messages = new PromptyMessages(dialect, inputs.Threads);
        var chat = IsChat(model, body);
        var content = chat ? new LangfuseContent(null, messages.Read(body)) : new LangfuseContent(body, null);
        return (new ImportParts
        {
            Content = content,
            Dialect = dialect,
            Title = chat ? settings.Text("name") : null,
            Description = settings.Text("description"),
            Variables = inputs.Schema(content),
            Model = model,
            Extensions = Rest(settings, chat, messages.Attributes),
        }, settings.Words("tags") ?? (settings.Member("metadata") ?? default).Words("tags"));
    }

    private static (string Head, string Body) Split(string text)
    {
        const string Fence = "---";
        var lines = text.TrimStart('\n').Split('\n');
        if (lines[0].TrimEnd() != Fence)
            return ("", text);
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        return end < 0
            ? throw new ItemRefusedException("its settings begin with a line of '---' and do not end with one.", "Put a line of '---' between the settings and the text.")
            : ('\n' + string.Join('\n', lines[1..end]), string.Join('\n', lines[(end + 1)..]));
    }

    private static JsonElement Settings(string head)
    {
        try
        {
            var settings = YamlDocument.ToJson(head);
            return settings.ValueKind is JsonValueKind.Object or JsonValueKind.Null ? settings : throw new ItemRefusedException("its settings are no mapping.", "Write them as name: value.");
        }
        catch (FormatException error)
        {
            throw new ItemRefusedException($"its settings cannot be read: {error.Message.TrimEnd('.')}.", "Check them with a YAML tool; anchors and aliases have to be written out.");
        }
    }

    // A text is completed, drawn or embedded; the second generation may write such a text as one message.
    private static bool IsChat(JsonElement? model, string body) =>
        (model ?? default).Text("api") != "completion" && ((model ?? default).Text("apiType") is null or "chat" or "responses" or "agent" || PromptyMessages.HasRoles(body));

    private static Dialect DialectOf(JsonElement? template)
    {
        var word = template is { ValueKind: JsonValueKind.Object } settings ? settings.Member("format") is { ValueKind: JsonValueKind.Object } format ? format.Text("kind") : settings.Text("format") ?? settings.Text("type")
            : template is { ValueKind: JsonValueKind.String } name ? JsonMembers.Decode(name) : null;
        return word switch
        {
            null or "jinja2" or "jinja" or "nunjucks" => Dialect.Jinja,
            "mustache" or "handlebars" => Dialect.Mustache,
            _ => throw new ItemRefusedException($"its template is of the kind '{word}'.", "Understood are jinja2, nunjucks and mustache."),
        };
    }

    private static JsonElement WithoutSecrets(JsonElement settings)
    {
        if (settings.ValueKind != JsonValueKind.Object)
            return settings;
        var copy = JsonObject.Create(settings)!;
        Clean(copy);
        return JsonSerializer.SerializeToElement(copy);
    }

    private static void Clean(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Clean(item);
        }
        foreach (var (key, value) in node is JsonObject members ? members.ToList() : [])
        {
            if (value is JsonValue && Secrets.Contains(key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase))
                ((JsonObject)node!).Remove(key);
            else
                Clean(value);
        }
    }

    private static Dictionary<string, JsonElement> Rest(JsonElement settings, bool chat, JsonElement? attributes)
    {
        var rest = settings.ValueKind != JsonValueKind.Object ? [] : settings.EnumerateObject().Where(member => !Known.Contains(member.Name) || (!chat && member.Name == "name")).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        if (attributes is { } named)
            rest["attributes"] = named;
        return rest.Count == 0 ? [] : new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["x-prompty"] = JsonSerializer.SerializeToElement(rest) };
    }
}
