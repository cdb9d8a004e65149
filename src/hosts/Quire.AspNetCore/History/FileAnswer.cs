using Quire.Versioning.Trees;

namespace Quire.AspNetCore.History;

/// <summary>A file that a commit changed.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Status"><c>added</c>, <c>changed</c> or <c>deleted</c>.</param>
/// <param name="Blob">The content after; absent where it is gone.</param>
internal sealed record FileAnswer(string Path, string Status, string? Blob)
{
    /// <summary>The change of a tree.</summary>
    public static FileAnswer Of(TreeChange change) =>
        new(change.Path, change.IsAdded ? "added" : change.IsDeleted ? "deleted" : "changed", change.New?.Id.ToString());
}
