using System.Text.Json;
using System.Text.Json.Nodes;

namespace Quire.Prompts.Schemas;

/// <summary>
/// Front matter may say <c>variables: { name: { type: string } }</c>. That is read as the <c>properties</c> of an object;
/// <c>required: true</c> inside a variable then moves to the object.
/// </summary>
internal static class ShortSchema
{
    private static readonly string[] FullMarks = ["$schema", "$ref", "$defs", "definitions", "allOf", "anyOf", "oneOf", "additionalProperties", "required"];

    public static JsonElement Expand(JsonElement source)
    {
        if (source.ValueKind != JsonValueKind.Object || IsFull(source))
            return source;
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var variable in source.EnumerateObject())
            properties[variable.Name] = ReadVariable(variable, required);
        var full = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
            full["required"] = required;
        using var document = JsonDocument.Parse(full.ToJsonString(), new JsonDocumentOptions { MaxDepth = PromptLimits.MaxYamlDepth + 8 });
        return document.RootElement.Clone();
    }

    // A variable's schema is an object or a boolean; the keywords of a full schema below have other shapes, or no variable has their name.
    private static bool IsFull(JsonElement source) =>
        (source.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String or JsonValueKind.Array)
        || (source.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.EnumerateObject().All(member => IsSchema(member.Value)))
        || FullMarks.Any(mark => source.TryGetProperty(mark, out var value) && (mark[0] == '$' || value.ValueKind == JsonValueKind.Array));

    private static bool IsSchema(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False;

    private static JsonNode? ReadVariable(JsonProperty variable, JsonArray required)
    {
        if (variable.Value.ValueKind != JsonValueKind.Object)
            return JsonNode.Parse(variable.Value.GetRawText());
        var schema = JsonObject.Create(variable.Value)!;
        if (schema["required"] is JsonValue flag && flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            if (flag.GetValueKind() == JsonValueKind.True)
                required.Add(variable.Name);
            schema.Remove("required");
        }

        return schema;
    }
}
