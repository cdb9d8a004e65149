using System.Text.Json;

namespace Quire.Cli.Batch;

/// <summary>One line of a batch, read.</summary>
/// <param name="Root">The JSON object.</param>
internal readonly record struct BatchRow(JsonElement Root)
{
    /// <summary>A member; none where it is missing or null.</summary>
    public JsonElement? this[string name] =>
        Root.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>A text.</summary>
    /// <exception cref="BatchRowException">It is no text, or not valid Unicode.</exception>
    public string? Text(string name) => this[name] is { } value ? TextOf(value, name) : null;

    /// <summary>An object.</summary>
    /// <exception cref="BatchRowException">It is none.</exception>
    public BatchRow? Object(string name) => this[name] is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new BatchRow(value)
        : throw BatchRowException.Wrong(name, "an object", value.ValueKind);

    /// <summary>A list; empty where it is missing.</summary>
    /// <exception cref="BatchRowException">It is none.</exception>
    public IEnumerable<JsonElement> List(string name) => this[name] is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : throw BatchRowException.Wrong(name, "a list", value.ValueKind);

    /// <summary>A flag; false where it is missing.</summary>
    /// <exception cref="BatchRowException">It is no boolean.</exception>
    public bool Flag(string name) => this[name] is not { } value ? false
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw BatchRowException.Wrong(name, "true or false", value.ValueKind);

    /// <summary>The text of an element.</summary>
    /// <exception cref="BatchRowException">It is no text, or not valid Unicode.</exception>
    public static string TextOf(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw BatchRowException.Wrong(name, "a text", value.ValueKind);
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new BatchRowException("QB1003", $"'{name}' is not valid Unicode.", "half of a surrogate pair stands alone");
        }
    }
}
