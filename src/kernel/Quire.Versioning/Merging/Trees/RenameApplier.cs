using Quire.Versioning.Merging.Renames;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>Brings the versions of renamed files together at their new paths, and notes what that makes conflict.</summary>
internal sealed class RenameApplier
{
    private readonly MergeState _state;
    private readonly ContentMerger _contents;
    private readonly List<FileRename> _renames;

    private RenameApplier(MergeState state, List<FileRename> renames)
    {
        _state = state;
        _contents = new ContentMerger(state);
        _renames = renames;
    }

    /// <summary>Finds the renames of both sides and applies them.</summary>
    public static void Run(MergeState state)
    {
        if (!state.Renames[1].MayHaveRenames && !state.Renames[2].MayHaveRenames)
            return;
        var similarity = new Similarity(state.Objects);
        var renames = new List<FileRename>();
        for (var side = 1; side <= 2; side++)
        {
            if (!state.Renames[side].MayHaveRenames)
                continue;
            foreach (var (old, @new) in RenameFinder.Find(state.Renames[side], similarity, state.Options.RenameLimit, state.Options.Cancellation))
                renames.Add(new FileRename(old.Path, @new.Path, side));
        }
        var ordered = renames.OrderBy(r => r.OldPath, Comparer<string>.Create(GitPath.Compare)).ToList();
        new RenameApplier(state, ordered).Apply();
    }

    private void Apply()
    {
        for (var i = 0; i < _renames.Count; i++)
        {
            var rename = _renames[i];
            if (!_state.Paths.TryGetValue(rename.OldPath, out var old) || old.IsClean)
                continue;
            if (i + 1 < _renames.Count && _renames[i + 1].OldPath == rename.OldPath)
                ApplyBoth(old, rename.OldPath, rename.NewPath, _renames[++i].NewPath);
            else
                ApplyOne(old, _state.Paths[rename.NewPath], rename);
        }
    }

    private void ApplyBoth(MergePath old, string oldPath, string ourPath, string theirPath)
    {
        var ours = _state.Paths[ourPath];
        var theirs = _state.Paths[theirPath];
        if (ourPath == theirPath)
        {
            ours.Stages[0] = old.Stages[0];
            ours.FileMask |= 1;
            old.SettleAsGone();
            return;
        }
        var clean = _contents.Merge(oldPath, [old.Stages[0], ours.Stages[1], theirs.Stages[2]], [oldPath, ourPath, theirPath], 1 + (2 * _state.Depth), out var merged);
        // Content that cannot be merged (binary) comes back as our version: then each path keeps its own.
        var keepEach = !clean && merged == ours.Stages[1];
        ours.Stages[1] = merged;
        if (!keepEach)
            theirs.Stages[2] = merged;
        ours.PathConflict = theirs.PathConflict = old.PathConflict = true;
        _state.Tell(
            MergeMessageKind.RenameRename,
            $"CONFLICT (rename/rename): {oldPath} renamed to {ourPath} in {_state.Branches[1]} and to {theirPath} in {_state.Branches[2]}.",
            oldPath, ourPath, theirPath);
    }

    private void ApplyOne(MergePath old, MergePath @new, FileRename rename)
    {
        var other = 3 - rename.Side;
        var deleted = old.FileMask == 1;
        var typeChanged = !deleted && old.IsRegular(other) != @new.IsRegular(rename.Side);
        // A path of another type at the old place is taken for the other half of a double rename.
        var collides = (@new.FileMask & (1 << other)) != 0 && !typeChanged;
        if (collides && deleted)
            TellDeleted(@new, rename);
        else if (collides)
            MergeBeforeCollision(old, @new, rename);
        else
            Move(old, @new, rename, deleted, typeChanged);
        if (!typeChanged)
            old.SettleAsGone();
    }

    // The renamed file is merged with the other side's changes first; what comes out then meets the file at the new path.
    private void MergeBeforeCollision(MergePath old, MergePath @new, FileRename rename)
    {
        var other = 3 - rename.Side;
        var stages = new[] { old.Stages[0], default, default };
        stages[rename.Side] = @new.Stages[rename.Side];
        stages[other] = old.Stages[other];
        var names = new[] { rename.OldPath, rename.OldPath, rename.OldPath };
        names[rename.Side] = rename.NewPath;
        var clean = _contents.Merge(rename.OldPath, stages, names, 1 + (2 * _state.Depth), out var merged);
        @new.Stages[rename.Side] = merged;
        if (!clean)
        {
            _state.Tell(
                MergeMessageKind.RenameCollides,
                $"CONFLICT (rename involved in collision): rename of {rename.OldPath} -> {rename.NewPath} has content conflicts AND collides with another path; this may result in nested conflict markers.",
                rename.NewPath, rename.OldPath);
        }
    }

    private void Move(MergePath old, MergePath @new, FileRename rename, bool deleted, bool typeChanged)
    {
        var other = 3 - rename.Side;
        @new.Stages[0] = old.Stages[0];
        @new.FileMask |= 1;
        @new.Names[0] = rename.OldPath;
        if (typeChanged)
        {
            old.Stages[0] = default;
            old.FileMask &= ~1;
        }
        else if (deleted)
            TellDeleted(@new, rename);
        else
        {
            @new.Stages[other] = old.Stages[other];
            @new.FileMask |= 1 << other;
            @new.Names[other] = rename.OldPath;
        }
    }

    private void TellDeleted(MergePath @new, FileRename rename)
    {
        @new.PathConflict = true;
        _state.Tell(
            MergeMessageKind.RenameDelete,
            $"CONFLICT (rename/delete): {rename.OldPath} renamed to {rename.NewPath} in {_state.Branches[rename.Side]}, but deleted in {_state.Branches[3 - rename.Side]}.",
            rename.NewPath, rename.OldPath);
    }
}
