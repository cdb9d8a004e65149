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
        Texts(Value(annotations, number, AnnotationKeys.VersionTags));

    /// <summary>The prompt's tags that have a key and a value.</summary>
    public static IReadOnlyDictionary<string, string> Properties(IReadOnlyList<Annotation> annotations) => Texts(Value(annotations, 0, AnnotationKeys.Properties));

    /// <summary>The annotation once one was set, else the front matter.</summary>
    public static string? Description(IReadOnlyList<Annotation> annotations, PromptFacts? facts) =>
        Value(annotations, 0, AnnotationKeys.Description) is { } json ? JsonSerializer.Deserialize<string>(json) : facts?.Description;

    /// <summary>How many numbers the prompt had been issued when it was registered without a version; null where it was not.</summary>
    public static string? Registered(IReadOnlyList<Annotation> annotations) => Value(annotations, 0, AnnotationKeys.Registered);

    private static IReadOnlyDictionary<string, string> Texts(string? json) =>
        json is null ? ReadOnlyDictionary<string, string>.Empty : JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)!;

    private static string? Value(IReadOnlyList<Annotation> annotations, long number, string key) =>
        annotations.FirstOrDefault(annotation => annotation.Number == number && annotation.Key == key)?.Value;
}
