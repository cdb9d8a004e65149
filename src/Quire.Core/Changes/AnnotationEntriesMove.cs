namespace Quire.Core.Changes;

/// <summary>Sets and removes single entries of an annotation that is an object of texts, whatever others did to its other entries meanwhile.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="Number">The version, 0 for the prompt as a whole, or <see cref="OfIssued"/>.</param>
/// <param name="Key">The annotation, for example <see cref="AnnotationKeys.VersionTags"/>.</param>
/// <param name="Entries">The new texts by key; null removes one. The annotation goes with its last entry.</param>
public sealed record AnnotationEntriesMove(string Path, long Number, string Key, IReadOnlyDictionary<string, string?> Entries) : Move
{
    /// <summary>Stands for the number that the same change issues to the prompt.</summary>
    public const long OfIssued = -1;
}
