using System.Text.Json;
using Quire.Core.Errors;

namespace Quire.Core.Changes.Planning;

/// <summary>Checks the values of annotations.</summary>
internal static class AnnotationValues
{
    private const int MaxTags = 100;
    private const int MaxText = 1_000;
    private const int MaxModel = 64 * 1024;

    /// <summary>Refuses a value that does not fit its key.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>.</exception>
    public static void Check(string key, string value)
    {
        using var json = JsonDocument.Parse(value);
        var fits = key switch
        {
            AnnotationKeys.Tags => json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.GetArrayLength() <= MaxTags && json.RootElement.EnumerateArray().All(IsText),
            AnnotationKeys.Category => IsText(json.RootElement),
            AnnotationKeys.Model => value.Length <= MaxModel,
            AnnotationKeys.VersionTags => json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.String) && value.Length <= MaxModel,
            AnnotationKeys.Tombstone => json.RootElement.ValueKind is JsonValueKind.True,
            _ => throw new QuireException(ErrorKind.Invalid, "invalid_annotation", $"There is no annotation '{key}'.", "Annotations are tags, category, model, version_tags and tombstone."),
        };
        if (!fits)
            throw new QuireException(ErrorKind.Invalid, "invalid_annotation", $"The value does not fit the annotation '{key}'.", "tags is a list of at most 100 texts; category a text of at most 1,000 characters.");
    }

    private static bool IsText(JsonElement element) => element.ValueKind == JsonValueKind.String && element.GetString()!.Length is > 0 and <= MaxText;
}
