using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>Settles one path after another, the contents of a folder before the folder itself.</summary>
internal sealed class EntryMerger
{
    private readonly MergeState _state;
    private readonly ContentMerger _contents;
    private readonly Action<string, MergePath> _record;

    /// <summary>Settles paths of a merge.</summary>
    /// <param name="state">The merge.</param>
    /// <param name="record">Takes what goes into the merged tree.</param>
    public EntryMerger(MergeState state, Action<string, MergePath> record)
    {
        _state = state;
        _contents = new ContentMerger(state);
        _record = record;
    }

    /// <summary>Settles one path and records it.</summary>
    public void Merge(string path, MergePath info)
    {
        if (info.IsClean)
        {
            _record(path, info);
            return;
        }
        var movedSide = 0;
        if (info.DirMask != 0)
        {
            _record(path, info);
            if (info.FileMask == 0)
                return;
        }
        if (info.FileMeetsFolder && !MakeRoom(ref path, ref info, out movedSide))
            return;
        Settle(ref path, info, movedSide);
        if (!info.IsClean)
            _state.Conflicts[path] = info;
        _record(path, info);
    }

    /// <summary>A file where a folder stood or stands. False where nothing is left to do.</summary>
    private bool MakeRoom(ref string path, ref MergePath info, out int movedSide)
    {
        movedSide = 0;
        if (info.Result.IsAbsent)
        {
            // The folder merged to nothing, so the file can have the path.
            info.FileMeetsFolder = false;
            info.IsGone = false;
            info.ForgetFolders();
            return true;
        }
        if (info.FileMask == 1)
        {
            info.FileMask = 0;
            return false;
        }
        var file = info.CloneFilesOnly();
        // Renames may have filled the file mask; which side has the folder tells which one has the file.
        movedSide = (info.DirMask & 2) != 0 ? 2 : 1;
        var oldPath = path;
        path = _state.FreePath(path, movedSide);
        _state.Paths[path] = file;
        _state.Tell(
            MergeMessageKind.FileFolder,
            $"CONFLICT (file/directory): directory in the way of {oldPath} from {_state.Branches[movedSide]}; moving it to {path} instead.",
            path, oldPath);
        info.FileMask = 0;
        info = file;
        return true;
    }

    private void Settle(ref string path, MergePath info, int movedSide)
    {
        if (info.MatchMask != 0)
            TakeChangedSide(info);
        else if (info.FileMask >= 6 && !info.Stages[1].Mode.SameType(info.Stages[2].Mode))
            SplitTypes(ref path, info);
        else if (info.FileMask >= 6)
            MergeContents(path, info, movedSide);
        else if (info.FileMask is 3 or 5)
            KeepModified(path, info);
        else if (info.FileMask is 2 or 4)
        {
            info.Result = info.Stages[info.FileMask / 2];
            info.IsClean = IsUndisputed(info);
        }
        else
        {
            info.IsGone = true;
            info.Result = default;
            info.IsClean = !info.PathConflict;
        }
    }

    private static bool IsUndisputed(MergePath info) => !info.FileMeetsFolder && !info.PathConflict;

    private static void TakeChangedSide(MergePath info)
    {
        info.IsClean = IsUndisputed(info);
        // 6: the sides agree; otherwise the one that does not match the base counts.
        var side = info.MatchMask == 3 ? 2 : 1;
        info.Result = info.Stages[side];
        if (info.MatchMask == 6)
            return;
        info.IsGone = info.Result.IsAbsent;
        info.IsClean |= info.IsGone;
    }

    private void MergeContents(string path, MergePath info, int movedSide)
    {
        var clean = _contents.Merge(path, info.Stages, info.Names, 2 * _state.Depth, out var merged);
        info.IsClean = clean && IsUndisputed(info);
        info.Result = merged;
        info.IsGone = merged.IsAbsent;
        if (clean && info.FileMeetsFolder)
        {
            info.FileMask = 1 << movedSide;
            info.Stages[movedSide] = merged;
        }
        if (!clean)
        {
            var reason = info.FileMask == 6 ? "add/add" : "content";
            _state.Tell(MergeMessageKind.Contents, $"CONFLICT ({reason}): Merge conflict in {path}", path);
        }
    }

    private void KeepModified(string path, MergePath info)
    {
        var side = info.FileMask == 5 ? 2 : 1;
        info.Result = info.Stages[_state.IsInner ? 0 : side];
        info.IsClean = false;
        // A rename against a deletion was told already.
        if (info.PathConflict && info.Stages[0].Id == info.Stages[side].Id)
            return;
        var (modified, deleted) = (_state.Branches[side], _state.Branches[3 - side]);
        _state.Tell(
            MergeMessageKind.ModifyDelete,
            $"CONFLICT (modify/delete): {path} deleted in {deleted} and modified in {modified}.  Version {modified} of {path} left in tree.",
            path);
    }

    /// <summary>A file on one side, a link on the other: the file moves away, or both do where neither is a file.</summary>
    private void SplitTypes(ref string path, MergePath info)
    {
        info.IsClean = false;
        if (_state.IsInner)
        {
            info.Result = info.Stages[0];
            info.IsGone = info.Result.IsAbsent;
            return;
        }
        var moveOurs = info.IsRegular(1) || !info.IsRegular(2);
        var moveTheirs = !info.IsRegular(1);
        var ourPath = moveOurs ? _state.FreePath(path, 1) : path;
        var theirPath = moveTheirs ? _state.FreePath(path, 2) : path;
        TellSplit(path, moveOurs, moveTheirs, ourPath, theirPath);
        var theirs = info.Clone();
        KeepOnly(theirs, 2);
        KeepOnly(info, 1);
        if (moveOurs && moveTheirs)
            _state.Paths.Remove(path);
        _state.Paths[ourPath] = info;
        _state.Paths[theirPath] = theirs;
        _state.Conflicts[theirPath] = theirs;
        _record(theirPath, theirs);
        path = ourPath;
    }

    private void TellSplit(string path, bool moveOurs, bool moveTheirs, string ourPath, string theirPath)
    {
        var both = moveOurs && moveTheirs;
        var what = both ? "both of them so each can" : "one of them so each can";
        string[] paths = both ? [path, ourPath, theirPath] : [path, moveOurs ? ourPath : theirPath];
        _state.Tell(MergeMessageKind.DistinctTypes, $"CONFLICT (distinct types): {path} had different types on each side; renamed {what} be recorded somewhere.", paths);
    }

    private static void KeepOnly(MergePath info, int side)
    {
        info.Result = info.Stages[side];
        info.Stages[3 - side] = default;
        info.FileMask = 1 | (1 << side);
        if (!info.Stages[0].Mode.SameType(info.Stages[side].Mode))
        {
            info.Stages[0] = default;
            info.FileMask = 1 << side;
        }
    }
}
