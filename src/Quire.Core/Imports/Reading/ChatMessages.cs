using System.Text.Json;
using Quire.Core.Langfuse;

namespace Quire.Core.Imports.Reading;

/// <summary>Reads lists of messages as registries write them.</summary>
internal static class ChatMessages
{
    private const string Form = """Messages are {"role": "user", "content": "…"} or {"type": "placeholder", "name": "…"}.""";

    /// <summary>The messages of a list.</summary>
    /// <exception cref="ItemRefusedException">It is none, or a message is none.</exception>
    public static IReadOnlyList<LangfuseMessage> Read(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw new ItemRefusedException("the prompt is no text and no list of messages.", Form);
        if (list.GetArrayLength() == 0)
            throw new ItemRefusedException("the chat prompt has no messages.", Form);
        return [.. list.EnumerateArray().Select(Message)];
    }

    private static LangfuseMessage Message(JsonElement message)
    {
        var placeholder = Text(message, "placeholder") ?? (Text(message, "type") == "placeholder" ? Text(message, "name") : null);
        if (placeholder is not null)
            return new LangfuseMessage(null, null, placeholder);
        return Text(message, "role") is { } role && Text(message, "content") is { } content
            ? new LangfuseMessage(role, content, null)
            : throw new ItemRefusedException("a message has no role or no content that is a text.", Form);
    }

    private static string? Text(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonMembers.Decode(value) : null;
}
