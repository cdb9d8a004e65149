namespace Quire.Versioning.Merging;

/// <summary>Something a merge has to tell.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Paths">The paths involved, the one it is filed under first.</param>
/// <param name="Text">The sentence, worded as git's.</param>
public sealed record MergeMessage(MergeMessageKind Kind, IReadOnlyList<string> Paths, string Text)
{
    /// <summary>Whether it tells of a conflict.</summary>
    public bool IsConflict => Kind != MergeMessageKind.AutoMerging;

    /// <summary>The kind as git's <c>merge-tree -z</c> names it.</summary>
    public string GitKind => Kind switch
    {
        MergeMessageKind.AutoMerging => "Auto-merging",
        MergeMessageKind.Contents => "CONFLICT (contents)",
        MergeMessageKind.Binary => "CONFLICT (binary)",
        MergeMessageKind.FileFolder => "CONFLICT (file/directory)",
        MergeMessageKind.DistinctTypes => "CONFLICT (distinct modes)",
        MergeMessageKind.ModifyDelete => "CONFLICT (modify/delete)",
        MergeMessageKind.RenameRename => "CONFLICT (rename/rename)",
        MergeMessageKind.RenameCollides => "CONFLICT (rename involved in collision)",
        _ => "CONFLICT (rename/delete)",
    };
}
