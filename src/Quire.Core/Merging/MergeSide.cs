namespace Quire.Core.Merging;

/// <summary>One of the three versions of a file that meet in a merge.</summary>
/// <param name="Path">Where the file stands in that version.</param>
/// <param name="Blob">The id of its content.</param>
/// <param name="Text">The content; null where it is no text, or too long to be shown.</param>
public sealed record MergeSide(string Path, string Blob, string? Text);
