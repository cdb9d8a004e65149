using Quire.Versioning.Merging.Renames;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>
/// Walks the three trees side by side and notes every path that is not trivially the same. Folders that only one side changed are put off: they
/// need to be entered only if a rename may lead into them.
/// </summary>
internal sealed class MergeCollector
{
    private const int AllSides = 7;

    private readonly MergeState _state;
    private readonly Dictionary<string, int>[] _deferred = [[], new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly List<string>[] _deferredOrder = [[], [], []];
    private readonly bool[] _mayDefer = [false, true, true];
    private int _folderRenameMask;
    private int _entries;

    private MergeCollector(MergeState state) => _state = state;

    /// <summary>Fills the state's paths and rename sides.</summary>
    public static void Collect(MergeState state, ObjectId @base, ObjectId ours, ObjectId theirs)
    {
        var collector = new MergeCollector(state);
        collector.Walk("", [@base, ours, theirs], 0);
        collector.EnterDeferred(1);
        collector.EnterDeferred(2);
    }

    private void Walk(string folder, ObjectId[] trees, int depth)
    {
        _state.Options.Cancellation.ThrowIfCancellationRequested();
        if (depth > VersioningLimits.TreeDepth)
            throw new VersioningException(VersioningCodes.LimitExceeded, $"A merge meets folders nested deeper than {VersioningLimits.TreeDepth}.") { Subject = folder };
        var rows = ThreeTrees.Align(trees.Select(_state.Objects.ReadTree).ToArray());
        _entries += rows.Count;
        if (_entries > VersioningLimits.TreeEntries)
            throw new VersioningException(VersioningCodes.LimitExceeded, $"A merge meets more than {VersioningLimits.TreeEntries} entries.") { Subject = folder };
        if (_folderRenameMask is 2 or 4 && rows.Exists(r => r.FileMask == _folderRenameMask))
            _folderRenameMask = AllSides;
        foreach (var row in rows)
            Visit(folder, row, depth);
    }

    private void Visit(string folder, ThreeTrees.Row row, int depth)
    {
        var path = GitPath.Join(folder, row.Name);
        if (TrySettle(row, out var settled))
        {
            _state.Paths[path] = MergePath.Settled(settled);
            return;
        }
        var outerMask = _folderRenameMask;
        NoteRenames(folder, path, row);
        var info = Note(path, row);
        if (row.DirMask == 0)
            return;
        if (!TryDefer(path, info, outerMask))
        {
            info.MatchMask &= info.FileMask;
            Walk(path, Subtrees(info), depth + 1);
        }
        _folderRenameMask = outerMask;
    }

    private static bool TrySettle(in ThreeTrees.Row row, out FileVersion settled)
    {
        settled = default;
        if (row.MatchMask == AllSides)
            settled = row.Stages[0];
        else if (row.FileMask == AllSides && row.MatchMask != 0)
            settled = row.Stages[row.MatchMask == 3 ? 2 : 1];
        else
            return false;
        return true;
    }

    private MergePath Note(string path, in ThreeTrees.Row row)
    {
        var info = new MergePath
        {
            FileMask = row.FileMask,
            DirMask = row.DirMask,
            MatchMask = row.MatchMask,
            FileMeetsFolder = row.FileMask != 0 && row.DirMask != 0,
            // A folder is gone until something in it stays.
            IsGone = row.DirMask != 0,
        };
        for (var side = 0; side < 3; side++)
        {
            info.Stages[side] = row.Stages[side];
            info.Names[side] = path;
        }
        _state.Paths[path] = info;
        return info;
    }

    private bool TryDefer(string path, MergePath info, int outerMask)
    {
        var side = info.MatchMask switch { 3 => 2, 5 => 1, _ => 0 };
        if (info.FileMask == 0 && info.DirMask is 2 or 4)
        {
            // A folder that is new on one side: the other two are alike in not having it.
            info.MatchMask = AllSides - info.DirMask;
            side = info.DirMask / 2;
        }
        if (_folderRenameMask == AllSides || side == 0 || !_mayDefer[side])
            return false;
        if (_deferred[side].TryAdd(path, _folderRenameMask))
            _deferredOrder[side].Add(path);
        _folderRenameMask = outerMask;
        return true;
    }

    private static ObjectId[] Subtrees(MergePath info)
    {
        var trees = new ObjectId[3];
        for (var side = 0; side < 3; side++)
            trees[side] = (info.DirMask & (1 << side)) != 0 ? info.Stages[side].Id : ObjectId.EmptyTree;
        return trees;
    }

    private void EnterDeferred(int side)
    {
        var mayRename = _state.Renames[side].Relevant.Count > 0;
        _mayDefer[side] = !mayRename;
        foreach (var path in HashOrder.Sort(_deferredOrder[side]).ToList())
        {
            var info = _state.Paths[path];
            if (!mayRename)
            {
                info.Result = info.Stages[side];
                info.IsGone = info.Result.IsAbsent;
                info.MatchMask = 0;
                info.IsClean = true;
                continue;
            }
            info.MatchMask &= info.FileMask;
            _folderRenameMask = _deferred[side][path];
            Walk(path, Subtrees(info), path.AsSpan().Count('/') + 1);
        }
    }

    private void NoteRenames(string folder, string path, in ThreeTrees.Row row)
    {
        if (_folderRenameMask != AllSides && row.DirMask is 3 or 5)
            _folderRenameMask = row.DirMask & ~1;
        if (row.DirMask is 1 or 3 or 5)
            NoteRemovedFolder(path, AllSides - row.DirMask);
        if (_folderRenameMask == AllSides && row.FileMask is 2 or 4)
            _state.Renames[3 - (row.FileMask >> 1)].RemovedFolders[folder] = DirRelevance.ForSelf;
        if (row.FileMask is 0 or AllSides)
            return;
        for (var side = 1; side <= 2; side++)
        {
            var inBase = (row.FileMask & 1) != 0;
            var onSide = (row.FileMask & (1 << side)) != 0;
            if (inBase && !onSide)
                NoteRemoved(path, row, side);
            else if (!inBase && onSide)
                _state.Renames[side].Added.Add(new TreeFile(path, row.Stages[side].Mode, row.Stages[side].Id));
        }
    }

    private void NoteRemovedFolder(string path, int absent)
    {
        var relevance = _folderRenameMask == AllSides ? DirRelevance.ForAncestor : DirRelevance.None;
        if ((absent & 2) != 0)
            _state.Renames[1].RemovedFolders[path] = relevance;
        if ((absent & 4) != 0)
            _state.Renames[2].RemovedFolders[path] = relevance;
    }

    private void NoteRemoved(string path, in ThreeTrees.Row row, int side)
    {
        if ((row.MatchMask & row.FileMask) == 0)
            _state.Renames[side].Relevant[path] = SourceRelevance.Content;
        else if (_folderRenameMask == AllSides)
            _state.Renames[side].Relevant[path] = SourceRelevance.Location;
        _state.Renames[side].Removed.Add(new TreeFile(path, row.Stages[0].Mode, row.Stages[0].Id));
    }
}
