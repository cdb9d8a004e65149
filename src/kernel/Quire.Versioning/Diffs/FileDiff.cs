using Quire.Versioning.Trees;

namespace Quire.Versioning.Diffs;

/// <summary>A file that differs between two trees.</summary>
/// <param name="Old">The file before; null where it is new.</param>
/// <param name="New">The file after; null where it is gone.</param>
public sealed record FileDiff(TreeFile? Old, TreeFile? New)
{
    /// <summary>Whether the file is new.</summary>
    public bool IsAdded => Old is null;

    /// <summary>Whether the file is gone.</summary>
    public bool IsDeleted => New is null;

    /// <summary>Whether the file stands at another path.</summary>
    public bool IsRenamed => Old is { } o && New is { } n && o.Path != n.Path;

    /// <summary>Whether the mode differs.</summary>
    public bool IsModeChanged => Old is { } o && New is { } n && o.Mode != n.Mode;

    /// <summary>Whether the content differs.</summary>
    public bool IsContentChanged => Old?.Id != New?.Id;

    /// <summary>The path after, or before where it is gone.</summary>
    public string Path => New?.Path ?? Old!.Value.Path;
}
