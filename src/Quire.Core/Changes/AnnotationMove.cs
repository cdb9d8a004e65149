namespace Quire.Core.Changes;

/// <summary>Sets or removes a value beside immutable content.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="Number">The version, or 0 for the prompt as a whole.</param>
/// <param name="Key">The annotation, one of <see cref="AnnotationKeys"/>.</param>
/// <param name="Value">The new value as JSON; null removes it.</param>
public sealed record AnnotationMove(string Path, long Number, string Key, string? Value) : Move;
