using System.Buffers;
using System.Text;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Trees;

/// <summary>A folder: its entries in git's order. Never changes.</summary>
public sealed class Tree
{
    private readonly TreeEntry[] _entries;

    private Tree(TreeEntry[] entries) => _entries = entries;

    /// <summary>The tree without entries.</summary>
    public static Tree Empty { get; } = new([]);

    /// <summary>The entries, in git's order where the tree's bytes are in order.</summary>
    public IReadOnlyList<TreeEntry> Entries => _entries;

    internal TreeEntry[] Items => _entries;

    /// <summary>Makes a tree of entries in any order.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.UnsortedTree"/>: two entries have one name.</exception>
    public static Tree Of(IEnumerable<TreeEntry> entries)
    {
        var sorted = entries.ToArray();
        Array.Sort(sorted, CompareEntries);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i - 1].Name == sorted[i].Name)
                throw Unsorted($"Two entries of a tree are called '{sorted[i].Name}'.");
        }
        return new Tree(sorted);
    }

    /// <summary>Reads a tree's bytes, taking any order, names and modes: what a store that checked it holds.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadTree"/>: the bytes are no tree.</exception>
    public static Tree Parse(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return Empty;
        var entries = new List<TreeEntry>((body.Length / 36) + 1);
        while (!body.IsEmpty)
            entries.Add(ReadEntry(ref body));
        return new Tree([.. entries]);
    }

    /// <summary>Reads a tree's bytes from outside: order, names and modes must be right.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="rules">What may stand in it.</param>
    /// <param name="folder">The path of the tree, for messages and rules; empty for a root.</param>
    /// <exception cref="VersioningException">
    /// <see cref="VersioningCodes.BadTree"/>, <see cref="VersioningCodes.UnsortedTree"/>, <see cref="VersioningCodes.RefusedPath"/> or
    /// <see cref="VersioningCodes.RefusedMode"/>.
    /// </exception>
    public static Tree ParseStrict(ReadOnlySpan<byte> body, TreeRules rules, string folder = "")
    {
        // Bytes that write one mode or entry in two ways would give one folder two identities.
        var tree = Parse(body);
        foreach (var entry in tree._entries)
            rules.CheckEntry(folder, entry);
        tree.CheckOrder(folder);
        if (!tree.Serialize().AsSpan().SequenceEqual(body))
            throw Bad("a mode with leading zeros");
        return tree;
    }

    /// <summary>The tree's bytes.</summary>
    public byte[] Serialize()
    {
        var output = new ArrayBufferWriter<byte>(Math.Max(16, _entries.Length * 48));
        foreach (var entry in _entries)
        {
            output.Write(Encoding.ASCII.GetBytes(entry.Mode.ToOctal()));
            output.Write(" "u8);
            output.Write(GitPath.Encode(entry.Name));
            output.Write("\0"u8);
            entry.Id.CopyTo(output.GetSpan(ObjectId.ByteLength));
            output.Advance(ObjectId.ByteLength);
        }
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The tree as an object.</summary>
    public GitObject ToObject() => new(ObjectKind.Tree, Serialize());

    /// <summary>Finds an entry by name; false where there is none.</summary>
    public bool TryGet(string name, out TreeEntry entry)
    {
        // Trees from outside may be unsorted, and a file and a folder sort apart: small trees are scanned, sorted ones searched twice.
        if (_entries.Length <= 16)
            return TryScan(name, out entry);
        return TrySearch(name, false, out entry) || TrySearch(name, true, out entry);
    }

    internal static int CompareEntries(TreeEntry left, TreeEntry right) =>
        GitPath.CompareEntries(left.Name, left.Mode.IsTree(), right.Name, right.Mode.IsTree());

    /// <summary>A tree of entries that are in order already.</summary>
    internal static Tree FromSorted(TreeEntry[] entries) => new(entries);

    private bool TryScan(string name, out TreeEntry entry)
    {
        foreach (var candidate in _entries)
        {
            if (candidate.Name == name)
            {
                entry = candidate;
                return true;
            }
        }
        entry = default;
        return false;
    }

    private bool TrySearch(string name, bool isTree, out TreeEntry entry)
    {
        int low = 0, high = _entries.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            entry = _entries[middle];
            var order = GitPath.CompareEntries(entry.Name, entry.Mode.IsTree(), name, isTree);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        entry = default;
        return false;
    }

    private void CheckOrder(string folder)
    {
        var names = new HashSet<string>(_entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < _entries.Length; i++)
        {
            if (!names.Add(_entries[i].Name))
                throw Unsorted($"Two entries are called '{GitPath.Join(folder, _entries[i].Name)}'.");
            if (i > 0 && CompareEntries(_entries[i - 1], _entries[i]) >= 0)
                throw Unsorted($"The entry '{GitPath.Join(folder, _entries[i].Name)}' is out of order.");
        }
    }

    private static TreeEntry ReadEntry(ref ReadOnlySpan<byte> body)
    {
        var space = body.IndexOf((byte)' ');
        if (space is < 1 or > 7)
            throw Bad("an entry without a mode");
        var mode = ReadMode(body[..space]);
        body = body[(space + 1)..];
        var end = body.IndexOf((byte)0);
        if (end < 1 || body.Length - end - 1 < ObjectId.ByteLength)
            throw Bad(end == 0 ? "an entry without a name" : "an entry that ends early");
        var entry = new TreeEntry((EntryMode)mode, GitPath.Decode(body[..end]), ObjectId.FromBytes(body.Slice(end + 1, ObjectId.ByteLength)));
        body = body[(end + 1 + ObjectId.ByteLength)..];
        return entry;
    }

    private static int ReadMode(ReadOnlySpan<byte> digits)
    {
        var mode = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7')
                throw Bad("a mode that is not octal");
            mode = (mode << 3) | (digit - '0');
        }
        return mode;
    }

    private static VersioningException Bad(string what) => new(VersioningCodes.BadTree, $"The tree does not parse: it has {what}.");

    private static VersioningException Unsorted(string message) => new(VersioningCodes.UnsortedTree, message, "Write the tree with git itself.");
}
