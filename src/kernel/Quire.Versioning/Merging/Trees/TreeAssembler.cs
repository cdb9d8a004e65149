using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>Settles all paths of a merge, deepest first, and writes the merged trees.</summary>
internal sealed class TreeAssembler
{
    private readonly MergeState _state;
    private readonly Dictionary<string, List<TreeEntry>> _folders = new(StringComparer.Ordinal);

    private TreeAssembler(MergeState state) => _state = state;

    /// <summary>Writes the merged tree.</summary>
    /// <param name="state">The merge, with all paths noted and renames applied.</param>
    /// <param name="madeFrom">The tree of our side.</param>
    public static ObjectId Run(MergeState state, ObjectId madeFrom)
    {
        var assembler = new TreeAssembler(state);
        var merger = new EntryMerger(state, assembler.Record);
        var ordered = state.Paths.ToArray();
        // As if every path ended in a slash: a folder comes directly before what is in it, and is walked after that.
        Array.Sort(ordered, (a, b) => GitPath.CompareEntries(b.Key, true, a.Key, true));
        foreach (var (path, info) in ordered)
        {
            assembler.Open(GitPath.Folder(path));
            assembler.CloseFolder(path, info);
            merger.Merge(path, info);
        }
        return assembler.Write("", madeFrom) ?? state.Objects.Add(Tree.Empty.ToObject());
    }

    private void Open(string folder) => _folders.TryAdd(folder, []);

    private void Record(string path, MergePath info)
    {
        if (!info.IsGone)
            _folders[GitPath.Folder(path)].Add(new TreeEntry(info.Result.Mode, GitPath.Name(path), info.Result.Id));
    }

    // Everything in the folder was walked: it is written, or gone if nothing stayed.
    private void CloseFolder(string path, MergePath info)
    {
        if (!_folders.ContainsKey(path))
            return;
        var tree = Write(path, info.DirMask != 0 && info.Stages[1].Mode.IsTree() ? info.Stages[1].Id : null);
        info.IsGone = tree is null;
        if (tree is { } id)
            info.Result = new FileVersion(EntryMode.Tree, id);
    }

    private ObjectId? Write(string folder, ObjectId? madeFrom)
    {
        if (!_folders.Remove(folder, out var entries) || entries.Count == 0)
            return null;
        return _state.Objects.Add(Tree.Of(entries).ToObject(), madeFrom);
    }
}
