namespace Quire.Versioning.Trees;

/// <summary>A file that differs between two trees.</summary>
/// <param name="Path">The path in both.</param>
/// <param name="Old">The file before; null where it was not there.</param>
/// <param name="New">The file after; null where it is gone.</param>
public readonly record struct TreeChange(string Path, TreeFile? Old, TreeFile? New)
{
    /// <summary>Whether the file is only in the new tree.</summary>
    public bool IsAdded => Old is null;

    /// <summary>Whether the file is only in the old tree.</summary>
    public bool IsDeleted => New is null;
}
