using Quire.Versioning.Objects;

namespace Quire.Versioning.Trees;

/// <summary>
/// Collects edits (path to file, or path gone) and applies them to a root tree. Only the trees on the way to an edited path are read and
/// written; folders that become empty vanish. The last edit of a path counts.
/// </summary>
public sealed class TreeEditor
{
    private readonly IObjectSource _source;
    private readonly TreeRules _rules;
    private readonly Node _root;

    /// <summary>Edits a tree.</summary>
    /// <param name="source">Where trees are read from.</param>
    /// <param name="root">The tree to start from; null for an empty one.</param>
    /// <param name="rules">What may be set; null for <see cref="TreeRules.Base"/>.</param>
    public TreeEditor(IObjectSource source, ObjectId? root, TreeRules? rules = null)
    {
        _source = source;
        _rules = rules ?? TreeRules.Base;
        _root = new Node(root ?? ObjectId.EmptyTree);
    }

    /// <summary>Sets a file.</summary>
    /// <param name="path">The path from the root.</param>
    /// <param name="blob">Its content.</param>
    /// <param name="mode"><see cref="EntryMode.File"/> or <see cref="EntryMode.Executable"/>.</param>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.RefusedPath"/> or <see cref="VersioningCodes.RefusedMode"/>.</exception>
    public void Set(string path, ObjectId blob, EntryMode mode = EntryMode.File)
    {
        _rules.Check(path, mode);
        Place(path, new TreeEntry(mode, GitPath.Name(path), blob));
    }

    /// <summary>Takes a file away, or a folder with everything in it; nothing happens where the path is not there.</summary>
    public void Remove(string path) => Place(path, null);

    /// <summary>Writes the changed trees.</summary>
    /// <param name="staging">Receives the new trees, each with the tree that it was made from.</param>
    /// <returns>The id of the new root.</returns>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.FileFolderClash"/>: a file stands where an edit needs a folder, or the reverse.</exception>
    public ObjectId Write(StagingArea staging)
    {
        var root = Write(_root, "", staging);
        return root ?? staging.Add(Tree.Empty.ToObject());
    }

    private void Place(string path, TreeEntry? entry)
    {
        var node = _root;
        var names = path.Split('/');
        if (names.Length > VersioningLimits.TreeDepth)
            throw new VersioningException(VersioningCodes.LimitExceeded, $"A path has more than {VersioningLimits.TreeDepth} segments.") { Subject = path };
        foreach (var name in names.AsSpan()[..^1])
        {
            if (!node.Below.TryGetValue(name, out var next))
                node.Below.Add(name, next = new Node(null));
            node = next;
        }
        node.Edits[names[^1]] = entry;
    }

    private ObjectId? Write(Node node, string folder, StagingArea staging)
    {
        var before = node.Id is { } id ? _source.ReadTree(id) : Tree.Empty;
        var entries = before.Items.ToDictionary(e => e.Name, StringComparer.Ordinal);
        foreach (var (name, edit) in node.Edits)
        {
            if (edit is null)
                entries.Remove(name);
        }
        foreach (var (name, below) in node.Below)
            WriteBelow(entries, name, below, folder, staging);
        foreach (var (name, edit) in node.Edits)
        {
            if (edit is { } entry)
                PutFile(entries, entry, folder);
        }
        if (entries.Count == 0)
            return null;
        return staging.Add(Tree.Of(entries.Values).ToObject(), node.Id);
    }

    private void WriteBelow(Dictionary<string, TreeEntry> entries, string name, Node below, string folder, StagingArea staging)
    {
        if (entries.TryGetValue(name, out var there) && !there.Mode.IsTree())
        {
            if (below.Sets)
                throw Clash(GitPath.Join(folder, name), "is a file, so nothing can stand below it");
            return;
        }
        if (there.Mode.IsTree())
            below.Id = there.Id;
        if (Write(below, GitPath.Join(folder, name), staging) is { } tree)
            entries[name] = new TreeEntry(EntryMode.Tree, name, tree);
        else
            entries.Remove(name);
    }

    private static void PutFile(Dictionary<string, TreeEntry> entries, TreeEntry entry, string folder)
    {
        if (entries.TryGetValue(entry.Name, out var there) && there.Mode.IsTree())
            throw Clash(GitPath.Join(folder, entry.Name), "is a folder, so no file can be called so");
        entries[entry.Name] = entry;
    }

    private static VersioningException Clash(string path, string what) =>
        new(VersioningCodes.FileFolderClash, $"'{path}' {what}.", "Choose another path, or remove the other one in the same change.") { Subject = path };

    private sealed class Node(ObjectId? id)
    {
        public ObjectId? Id { get; set; } = id;

        public Dictionary<string, TreeEntry?> Edits { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Node> Below { get; } = new(StringComparer.Ordinal);

        public bool Sets => Edits.Values.Any(e => e is not null) || Below.Values.Any(n => n.Sets);
    }
}
