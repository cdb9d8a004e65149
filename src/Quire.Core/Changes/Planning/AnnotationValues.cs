using System.Text.Json;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.Core.Changes.Planning;

/// <summary>Checks the values of annotations.</summary>
internal static class AnnotationValues
{
    /// <summary>Refuses a value that does not fit its key.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>.</exception>
    public static void Check(string key, string value)
    {
        using var json = JsonDocument.Parse(value);
        var fits = key switch
        {
            AnnotationKeys.Tags => json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.GetArrayLength() <= QuireLimits.Tags.Value && json.RootElement.EnumerateArray().All(IsText),
            AnnotationKeys.Category => IsText(json.RootElement),
            AnnotationKeys.Model => value.Length <= QuireLimits.AnnotationLength.Value,
            AnnotationKeys.Description => json.RootElement.ValueKind == JsonValueKind.String && value.Length <= QuireLimits.AnnotationLength.Value,
            AnnotationKeys.VersionTags or AnnotationKeys.Properties => json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.String) && value.Length <= QuireLimits.AnnotationLength.Value,
            AnnotationKeys.Tombstone => json.RootElement.ValueKind is JsonValueKind.True,
            _ => throw new QuireException(ErrorKind.Invalid, "invalid_annotation", $"There is no annotation '{key}'.", "Annotations are tags, category, description, properties, model, version_tags and tombstone."),
        };
        if (!fits)
            throw new QuireException(ErrorKind.Invalid, "invalid_annotation", $"The value does not fit the annotation '{key}'.", "Tags are a list of texts, a category is a text, version_tags is an object of texts; docs/limits.md says how long.");
    }

    private static bool IsText(JsonElement element) => element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text && text.Length <= QuireLimits.TagLength.Value;
}
