namespace Quire.Core.Changes;

/// <summary>Adds tags to a prompt and takes tags from it, whatever others did to its tags meanwhile. Where none were set yet, it begins with those of the front matter.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="Add">The tags to add, after those that are there; one that is there already stays where it is.</param>
/// <param name="Remove">The tags to take; one that is not there is left alone.</param>
public sealed record TagsMove(string Path, IReadOnlyList<string> Add, IReadOnlyList<string> Remove) : Move;
