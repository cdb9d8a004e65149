using System.Text.Json;
using Quire.Core.Langfuse;

namespace Quire.Core.Imports.Reading;

/// <summary>The inputs that a Prompty file declares, in any of the forms that the product has had: a list, a mapping, or properties of a schema.</summary>
internal sealed class PromptyInputs
{
    private readonly List<(string Name, JsonElement Value)> _inputs;

    private PromptyInputs(List<(string, JsonElement)> inputs) => _inputs = inputs;

    /// <summary>The inputs that are threads of messages.</summary>
    public IReadOnlySet<string> Threads => _inputs.Where(input => KindOf(input.Value) == "thread").Select(input => input.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    public static PromptyInputs Read(JsonElement settings)
    {
        var declared = settings.Member("inputs", "inputSchema");
        var list = declared is { } schema && schema.Member("properties") is { } properties ? properties : declared;
        return new PromptyInputs(list switch
        {
            { ValueKind: JsonValueKind.Array } items => [.. items.EnumerateArray().Where(item => item.Member("name") is { ValueKind: JsonValueKind.String }).Select(item => (item.Text("name")!, item))],
            { ValueKind: JsonValueKind.Object } members => [.. members.EnumerateObject().Select(member => (member.Name, member.Value))],
            _ => [],
        });
    }

    /// <summary>The schema of the variables; null where none is declared.</summary>
    /// <param name="content">The content, whose placeholders are no variables.</param>
    public JsonElement? Schema(LangfuseContent content)
    {
        var placeholders = (content.Messages ?? []).Select(message => message.Placeholder).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var required = new List<string>();
        foreach (var (name, value) in _inputs.Where(input => !placeholders.Contains(input.Name)))
        {
            properties[name] = JsonSerializer.SerializeToElement(Property(value));
            if (value.Member("required") is { ValueKind: JsonValueKind.True })
                required.Add(name);
        }
        if (properties.Count == 0)
            return null;
        var schema = new Dictionary<string, object> { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
            schema["required"] = required.Distinct(StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(schema);
    }

    // Anything but an object is the value itself, which the first generation took for a default.
    private static Dictionary<string, JsonElement> Property(JsonElement value)
    {
        var property = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (value.ValueKind != JsonValueKind.Object)
        {
            if (value.ValueKind != JsonValueKind.Null)
                property["default"] = value;
            return property;
        }
        var type = TypeOf(KindOf(value));
        var given = value.Member("default");
        if (type is not null && (given is not { } known || Fits(known, type)))
            property["type"] = JsonSerializer.SerializeToElement(type);
        if (given is { } @default)
            property["default"] = @default;
        if (value.Member("description") is { ValueKind: JsonValueKind.String } description)
            property["description"] = description;
        if (value.Member("enumValues", "enum") is { ValueKind: JsonValueKind.Array } words && words.GetArrayLength() > 0)
            property["enum"] = words;
        return property;
    }

    private static string? KindOf(JsonElement input) => input.Member("kind", "type") is { ValueKind: JsonValueKind.String } kind ? JsonMembers.Decode(kind) : null;

    private static string? TypeOf(string? kind) => kind switch
    {
        "string" or "str" => "string",
        "number" or "float" or "double" => "number",
        "integer" or "int" => "integer",
        "boolean" or "bool" => "boolean",
        "array" or "list" => "array",
        "object" or "dict" => "object",
        _ => null,
    };

    private static bool Fits(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };
}
