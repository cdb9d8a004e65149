using Quire.Versioning.Objects;

namespace Quire.Versioning.Trees;

/// <summary>One line of a tree.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Name">The name, one path segment, decoded as <see cref="GitPath"/> says.</param>
/// <param name="Id">The blob's or subtree's id.</param>
public readonly record struct TreeEntry(EntryMode Mode, string Name, ObjectId Id);
