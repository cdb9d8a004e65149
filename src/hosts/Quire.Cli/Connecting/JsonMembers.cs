using System.Text.Json;

namespace Quire.Cli.Connecting;

/// <summary>Reads members of answers for showing them.</summary>
internal static class JsonMembers
{
    /// <summary>A member as text; empty where it is missing or null.</summary>
    public static string Text(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : "";

    /// <summary>The items of a list, with or without a page around them.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name = "items") =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray()
        : json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray()
        : [];

    /// <summary>The words of a list, comma-separated; the given text where it is missing.</summary>
    public static string Words(this JsonElement json, string name, string missing) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? string.Join(',', list.EnumerateArray()) : missing;
}
