using System.Text.Json;
using Quire.Prompts.PromptFiles;

namespace Quire.Prompts.Yaml;

/// <summary>Turns YAML nodes into JSON values.</summary>
internal static class YamlJson
{
    /// <summary>The node as an immutable JSON value.</summary>
    /// <exception cref="YamlLimitException">Infinity or not-a-number, which JSON does not have.</exception>
    public static JsonElement ToElement(YamlNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { SkipValidation = true }))
            Write(writer, node);
        using var document = JsonDocument.Parse(stream.ToArray(), new JsonDocumentOptions { MaxDepth = PromptLimits.MaxYamlDepth + 2 });
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                WriteScalar(writer, scalar);
                break;
            case YamlSequenceNode sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case YamlMappingNode mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping.Entries)
                {
                    writer.WritePropertyName(key.Text);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, YamlScalarNode scalar)
    {
        switch (YamlScalars.Classify(scalar))
        {
            case YamlScalarKind.Null:
                writer.WriteNullValue();
                break;
            case YamlScalarKind.Boolean:
                writer.WriteBooleanValue(YamlScalars.IsTrue(scalar.Text));
                break;
            case YamlScalarKind.Number:
                writer.WriteRawValue(YamlScalars.ToJsonNumber(scalar.Text)!);
                break;
            case YamlScalarKind.NotFinite:
                throw new YamlLimitException(PromptFileCodes.BadValue, $"`{scalar.Text}` is no JSON number.", "quote it for a text", scalar.Span);
            default:
                writer.WriteStringValue(scalar.Text);
                break;
        }
    }
}
