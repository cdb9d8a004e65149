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

    /// <summary>The text of a content, also where it is a list of one text; null where it is something else.</summary>
    public static string? TextOf(JsonElement content) => content switch
    {
        { ValueKind: JsonValueKind.String } => JsonMembers.Decode(content),
        { ValueKind: JsonValueKind.Array } when content.GetArrayLength() == 1 => PartOf(content[0]),
        _ => null,
    };

    /// <summary>The text of a part of a content; null where it is something else.</summary>
    public static string? PartOf(JsonElement part) => Text(part, "type") == "text" ? Text(part, "text") : null;

    /// <summary>Whether a message is there to call tools.</summary>
    public static bool CallsTools(JsonElement message) => message.Items("tool_calls").Any();

    private static LangfuseMessage Message(JsonElement message)
    {
        // Langfuse lets a placeholder leave its type out.
        var isPlaceholder = Text(message, "type") == "placeholder" || message.Member("role", "content", "type") is null;
        if ((Text(message, "placeholder") ?? (isPlaceholder ? Text(message, "name") : null)) is { } placeholder)
            return new LangfuseMessage(null, null, placeholder);
        if (CallsTools(message))
            throw new ItemRefusedException("a message calls tools, which no message of a prompt can say here.", "Leave the message out.");
        return Text(message, "role") is { } role && message.Member("content") is { } value && TextOf(value) is { } content
            ? new LangfuseMessage(role, content, null)
            : throw new ItemRefusedException("a message has no role or no content that is a text.", Form);
    }

    private static string? Text(JsonElement message, string name) => message.Member(name) is { ValueKind: JsonValueKind.String } value ? JsonMembers.Decode(value) : null;
}
