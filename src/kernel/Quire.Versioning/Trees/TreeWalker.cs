using Quire.Versioning.Objects;

namespace Quire.Versioning.Trees;

/// <summary>Walks over trees. Subtrees are read only where the answer needs them; depth and number of entries are bounded.</summary>
public sealed class TreeWalker
{
    private readonly IObjectSource _source;
    private int _seen;

    private TreeWalker(IObjectSource source) => _source = source;

    /// <summary>Lists all files below a tree, in the order of their paths' bytes.</summary>
    /// <param name="source">Where trees are read from.</param>
    /// <param name="root">The tree.</param>
    /// <param name="folder">What stands before each path; empty for a root.</param>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.LimitExceeded"/>: deeper or larger than <see cref="VersioningLimits"/> allows.</exception>
    public static IEnumerable<TreeFile> Files(IObjectSource source, ObjectId root, string folder = "") =>
        new TreeWalker(source).Files(root, folder, 0);

    /// <summary>Finds what stands at a path; null where nothing does. The empty path is the root itself.</summary>
    public static TreeEntry? Find(IObjectSource source, ObjectId root, string path)
    {
        var entry = new TreeEntry(EntryMode.Tree, "", root);
        if (path.Length == 0)
            return entry;
        foreach (var name in path.Split('/'))
        {
            if (!entry.Mode.IsTree() || !source.ReadTree(entry.Id).TryGet(name, out entry))
                return null;
        }
        return entry;
    }

    /// <summary>Lists the files that differ between two trees, in the order of their paths, reading only subtrees that differ.</summary>
    /// <param name="source">Where trees are read from.</param>
    /// <param name="old">The tree before; null for an empty one.</param>
    /// <param name="new">The tree after; null for an empty one.</param>
    /// <param name="under">A path to stay at or below; null for everything.</param>
    public static IEnumerable<TreeChange> Diff(IObjectSource source, ObjectId? old, ObjectId? @new, string? under = null)
    {
        if (string.IsNullOrEmpty(under))
            return new TreeWalker(source).Diff(old ?? ObjectId.EmptyTree, @new ?? ObjectId.EmptyTree, "", 0);
        var before = old is { } o ? Find(source, o, under) : null;
        var after = @new is { } n ? Find(source, n, under) : null;
        return before?.Id == after?.Id && before?.Mode == after?.Mode
            ? []
            : new TreeWalker(source).DiffEntries(before, after, GitPath.Folder(under), 0);
    }

    /// <summary>Lists every tree and blob below a tree once, the tree itself first. Ids for which <paramref name="skip"/> answers true are left out with all below them.</summary>
    public static IEnumerable<TreeEntry> Reachable(IObjectSource source, ObjectId root, Func<ObjectId, bool> skip)
    {
        if (skip(root))
            yield break;
        yield return new TreeEntry(EntryMode.Tree, "", root);
        var stack = new Stack<Tree>([source.ReadTree(root)]);
        while (stack.TryPop(out var tree))
        {
            foreach (var entry in tree.Items)
            {
                if (entry.Mode == EntryMode.Submodule || skip(entry.Id))
                    continue;
                yield return entry;
                if (entry.Mode.IsTree())
                    stack.Push(source.ReadTree(entry.Id));
            }
        }
    }

    private IEnumerable<TreeFile> Files(ObjectId root, string folder, int depth)
    {
        foreach (var entry in Open(root, folder, depth).Items)
        {
            var path = GitPath.Join(folder, entry.Name);
            if (!entry.Mode.IsTree())
            {
                yield return new TreeFile(path, entry.Mode, entry.Id);
                continue;
            }
            foreach (var file in Files(entry.Id, path, depth + 1))
                yield return file;
        }
    }

    private IEnumerable<TreeChange> Diff(ObjectId old, ObjectId @new, string folder, int depth)
    {
        if (old == @new)
            yield break;
        var before = Open(old, folder, depth).Items;
        var after = Open(@new, folder, depth).Items;
        int i = 0, j = 0;
        while (i < before.Length || j < after.Length)
        {
            var order = i == before.Length ? 1 : j == after.Length ? -1 : Tree.CompareEntries(before[i], after[j]);
            TreeEntry? left = order <= 0 ? before[i++] : null;
            TreeEntry? right = order >= 0 ? after[j++] : null;
            if (left == right)
                continue;
            foreach (var change in DiffEntries(left, right, folder, depth))
                yield return change;
        }
    }

    // The two have one name and are both folders or both files, or one of them is null; only Diff under a path may mix them.
    private IEnumerable<TreeChange> DiffEntries(TreeEntry? left, TreeEntry? right, string folder, int depth)
    {
        var path = GitPath.Join(folder, left?.Name ?? right!.Value.Name);
        var file = (left is { } l && !l.Mode.IsTree()) || (right is { } r && !r.Mode.IsTree());
        var tree = left?.Mode.IsTree() == true || right?.Mode.IsTree() == true;
        if (file)
            yield return new TreeChange(path, AsFile(left, path), AsFile(right, path));
        if (!tree)
            yield break;
        foreach (var change in Diff(AsTree(left), AsTree(right), path, depth + 1))
            yield return change;
    }

    private static TreeFile? AsFile(TreeEntry? entry, string path) =>
        entry is { } e && !e.Mode.IsTree() ? new TreeFile(path, e.Mode, e.Id) : null;

    private static ObjectId AsTree(TreeEntry? entry) => entry is { } e && e.Mode.IsTree() ? e.Id : ObjectId.EmptyTree;

    private Tree Open(ObjectId id, string folder, int depth)
    {
        if (depth > VersioningLimits.TreeDepth)
            throw TooMuch(folder, $"is nested deeper than {VersioningLimits.TreeDepth} folders");
        var tree = _source.ReadTree(id);
        _seen += tree.Items.Length;
        if (_seen > VersioningLimits.TreeEntries)
            throw TooMuch(folder, $"takes part in a walk over more than {VersioningLimits.TreeEntries} entries");
        return tree;
    }

    private static VersioningException TooMuch(string folder, string what)
    {
        var shown = folder.Length > 100 ? folder[..100] + "…" : folder;
        return new VersioningException(VersioningCodes.LimitExceeded, $"The folder '{shown}' {what}.") { Subject = folder };
    }
}
