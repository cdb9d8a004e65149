using System.Buffers;
using System.Text.Json;

namespace Quire.Prompts.PromptFiles;

/// <summary>The model settings in the one-object form of Langfuse's <c>config</c> and MLflow's model configuration.</summary>
public static class ModelConfig
{
    /// <summary>The key <c>model</c> if it is an object, else <c>{model, …modelParameters}</c>; <c>{}</c> where nothing is said.</summary>
    public static JsonElement Of(JsonElement? model, JsonElement? modelParameters)
    {
        if (model is { ValueKind: JsonValueKind.Object } settings)
            return settings;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (model is { ValueKind: not JsonValueKind.Null } name)
            {
                writer.WritePropertyName("model");
                name.WriteTo(writer);
            }

            WriteParameters(writer, modelParameters, model is not null);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void WriteParameters(Utf8JsonWriter writer, JsonElement? parameters, bool hasModel)
    {
        if (parameters is not { ValueKind: JsonValueKind.Object } all)
            return;
        foreach (var parameter in all.EnumerateObject())
        {
            if (!hasModel || !parameter.NameEquals("model"))
                parameter.WriteTo(writer);
        }
    }
}
