using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Versioning.Merging;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Merging;

/// <summary>Settles the conflicts of a merged tree: by the caller's resolutions, then by front matter keys. What is left is shown.</summary>
internal sealed class ConflictSettler(StagingArea staging, MergeOptions options)
{
    /// <summary>The tree with what could be settled, and the rest.</summary>
    /// <exception cref="QuireException"><c>invalid_change</c>, <c>rejected</c>.</exception>
    public (ObjectId Tree, IReadOnlyList<MergedFile> Conflicts) Settle(TreeMerge merge, IReadOnlyList<FileChange> resolutions)
    {
        var editor = new TreeEditor(staging, merge.Tree);
        var chosen = resolutions.Select(resolution => resolution.Path).ToHashSet(StringComparer.Ordinal);
        var open = new List<PathConflict>();
        foreach (var conflict in merge.Conflicts.Where(conflict => !chosen.Contains(conflict.Path)))
        {
            if (ByKeys(merge, conflict) is { } content)
                editor.Set(conflict.Path, staging.AddBlob(content), conflict.Result!.Value.Mode);
            else
                open.Add(conflict);
        }
        foreach (var resolution in resolutions)
            FileEdits.Apply(editor, staging, resolution);
        var files = new MergedFiles(staging, options.Labels);
        return (editor.Write(staging), [.. open.Select(conflict => files.Show(conflict.Path, Reason(merge, conflict), conflict.Base, conflict.Ours, conflict.Theirs))]);
    }

    // Only where the lines of one file conflict, never where it was also moved or deleted.
    private byte[]? ByKeys(TreeMerge merge, PathConflict conflict)
    {
        if (conflict is not { Base: { } @base, Ours: { } ours, Theirs: { } theirs, Result: not null } || Reason(merge, conflict) != "contents")
            return null;
        return HeadMerger.Merge(conflict.Path, staging.ReadBlob(@base.Id), staging.ReadBlob(ours.Id), staging.ReadBlob(theirs.Id));
    }

    private static string Reason(TreeMerge merge, PathConflict conflict)
    {
        var kinds = merge.Messages.Where(message => message.IsConflict && message.Paths.Contains(conflict.Path)).Select(message => message.Kind).Distinct().ToList();
        return kinds.Count == 0 ? "contents" : string.Join(", ", kinds.Select(Name));
    }

    private static string Name(MergeMessageKind kind) => kind switch
    {
        MergeMessageKind.Contents => "contents",
        MergeMessageKind.Binary => "binary",
        MergeMessageKind.FileFolder => "file/folder",
        MergeMessageKind.DistinctTypes => "distinct modes",
        MergeMessageKind.ModifyDelete => "modify/delete",
        MergeMessageKind.RenameRename => "rename/rename",
        MergeMessageKind.RenameCollides => "rename collides",
        _ => "rename/delete",
    };
}
