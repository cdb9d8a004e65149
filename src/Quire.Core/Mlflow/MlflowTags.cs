using System.Text.Json;
using Quire.Prompts;

namespace Quire.Core.Mlflow;

/// <summary>What the tags of a version say: what a prompt file can say for itself, and the rest, which stay tags of the version.</summary>
/// <param name="Text">The text, or the messages as JSON.</param>
/// <param name="Messages">The messages; null for a text.</param>
/// <param name="Model">The model settings; null for none.</param>
/// <param name="ResponseFormat">The schema of the answer; null for none.</param>
/// <param name="Own">The tags that stay tags.</param>
internal sealed record MlflowTags(string Text, JsonElement? Messages, JsonElement? Model, JsonElement? ResponseFormat, IReadOnlyDictionary<string, string> Own)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>Sorts tags; null where none of them is the content.</summary>
    public static MlflowTags? Read(IReadOnlyDictionary<string, string> tags)
    {
        if (!tags.TryGetValue(MlflowKeys.Text, out var text))
            return null;
        var own = tags.Where(tag => tag.Key is not (MlflowKeys.IsPrompt or MlflowKeys.Text)).ToDictionary(StringComparer.Ordinal);
        var messages = Take(own, MlflowKeys.Type, value => value == "chat" ? ListOf(text) : null);
        if (own.GetValueOrDefault(MlflowKeys.Type) == "text")
            own.Remove(MlflowKeys.Type);
        return new MlflowTags(text, messages, Take(own, MlflowKeys.ModelConfig, Settings), Take(own, MlflowKeys.ResponseFormat, Settings), own);
    }

    /// <summary>A text as the object of settings that it is; null where it is none, or one that says nothing.</summary>
    public static JsonElement? Settings(string text) => Json(text) is { ValueKind: JsonValueKind.Object } known && known.EnumerateObject().Any() ? known : null;

    private static JsonElement? Take(Dictionary<string, string> own, string key, Func<string, JsonElement?> read)
    {
        if (!own.TryGetValue(key, out var value) || read(value) is not { } known)
            return null;
        own.Remove(key);
        return known;
    }

    // Messages of a role and a text each; any other list is kept as the text that it is.
    private static JsonElement? ListOf(string text) =>
        Json(text) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() is > 0 and <= PromptLimits.MaxChatItems && list.EnumerateArray().All(IsMessage) ? list : null;

    private static bool IsMessage(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.EnumerateObject().Count() == 2
        && item.TryGetProperty("role", out var role) && role.ValueKind == JsonValueKind.String && IsRole(role.GetString()!)
        && item.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String;

    private static bool IsRole(string role) =>
        role is { Length: > 0 and <= PromptLimits.MaxName } && (char.IsLetter(role[0]) || role[0] == '_') && role.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    private static JsonElement? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
