using Quire.Versioning.Objects;

namespace Quire.Versioning.Trees;

/// <summary>A file of a tree, by its whole path.</summary>
/// <param name="Path">The path from the root, segments separated by <c>/</c>.</param>
/// <param name="Mode">Its mode.</param>
/// <param name="Id">Its blob.</param>
public readonly record struct TreeFile(string Path, EntryMode Mode, ObjectId Id);
