using System.Collections.ObjectModel;
using System.Text.Json;
using Quire.Core.Changes;
using Quire.Core.Contents;

namespace Quire.Core.Prompts;

/// <summary>What annotations say over what files declare.</summary>
internal static class AnnotationView
{
    /// <summary>The annotation once one was set, else the front matter.</summary>
    public static IReadOnlyList<string> Tags(IReadOnlyList<Annotation> annotations, PromptFacts facts) =>
        Value(annotations, 0, AnnotationKeys.Tags) is { } json ? JsonSerializer.Deserialize<string[]>(json)! : facts.Tags;

    /// <summary>The annotation once one was set, else the front matter.</summary>
    public static string? Category(IReadOnlyList<Annotation> annotations, PromptFacts facts) =>
        Value(annotations, 0, AnnotationKeys.Category) is { } json ? JsonSerializer.Deserialize<string>(json) : facts.Category;

    /// <summary>The version's model settings where they are overridden, as JSON.</summary>
    public static string? Model(IReadOnlyList<Annotation> annotations, long number) => Value(annotations, number, AnnotationKeys.Model);

    /// <summary>The version's own tags.</summary>
    public static IReadOnlyDictionary<string, string> VersionTags(IReadOnlyList<Annotation> annotations, long number) =>
        Value(annotations, number, AnnotationKeys.VersionTags) is { } json ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)! : ReadOnlyDictionary<string, string>.Empty;

    private static string? Value(IReadOnlyList<Annotation> annotations, long number, string key) =>
        annotations.FirstOrDefault(annotation => annotation.Number == number && annotation.Key == key)?.Value;
}
