using System.Text.Json;

namespace Quire.Prompts.Tokens;

/// <summary>The model that a prompt's settings name.</summary>
public static class ModelName
{
    /// <summary>The name: the settings themselves where they are a text, else their member <c>model</c>, <c>model_name</c> or <c>name</c>; null where there is none.</summary>
    /// <param name="settings">The settings; null for none.</param>
    public static string? Of(JsonElement? settings) => settings switch
    {
        { ValueKind: JsonValueKind.String } name => name.GetString(),
        { ValueKind: JsonValueKind.Object } members => In(members, "model") ?? In(members, "model_name") ?? In(members, "name"),
        _ => null,
    };

    private static string? In(JsonElement settings, string key) =>
        settings.TryGetProperty(key, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
}
