using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.History;

/// <summary>Applies the changes of callers to a tree.</summary>
internal static class FileEdits
{
    /// <summary>Sets or removes one file.</summary>
    /// <exception cref="QuireException"><c>too_large</c>, <c>blob_not_found</c>.</exception>
    public static void Apply(TreeEditor editor, StagingArea staging, FileChange change)
    {
        if (change.IsRemoval)
        {
            editor.Remove(change.Path);
            return;
        }
        if (change.Content is { } content)
            QuireLimits.FileBytes.Check(content.Length, $"The file '{change.Path}'");
        var blob = change.Blob ?? staging.AddBlob(change.Content!.Value);
        if (change.Blob is not null)
            TakeUp(staging, blob, change.Path);
        editor.Set(change.Path, blob, change.Executable ? EntryMode.Executable : EntryMode.File);
    }

    // It may be one that nothing refers to yet: handed in again, it is not swept before the commit holds it.
    private static void TakeUp(StagingArea staging, ObjectId blob, string path)
    {
        if (!staging.TryRead(blob, out var stored) || stored.Kind != ObjectKind.Blob)
            throw new QuireException(ErrorKind.Invalid, "blob_not_found", $"The content {blob} of '{path}' is not stored.", "Send it first with POST …/blobs.");
        staging.Add(stored);
    }
}
