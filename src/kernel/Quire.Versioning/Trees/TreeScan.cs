using Quire.Versioning.Objects;

namespace Quire.Versioning.Trees;

/// <summary>Goes through a tree's bytes entry by entry without allocating.</summary>
internal ref struct TreeScan(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;
    private ReadOnlySpan<byte> _id;

    public ReadOnlySpan<byte> Name { get; private set; }

    public EntryMode Mode { get; private set; }

    public readonly ObjectId Id => ObjectId.FromBytes(_id);

    public readonly bool HasId(in TreeScan other) => _id.SequenceEqual(other._id);

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        var space = _rest.IndexOf((byte)' ');
        var end = space < 0 ? -1 : _rest[space..].IndexOf((byte)0) + space;
        if (space is < 1 or > 7 || end < space || _rest.Length - end - 1 < ObjectId.ByteLength)
            throw new VersioningException(VersioningCodes.BadTree, "The tree does not parse.");
        var mode = 0;
        foreach (var digit in _rest[..space])
            mode = (mode << 3) | (digit & 7);
        Mode = (EntryMode)mode;
        Name = _rest[(space + 1)..end];
        _id = _rest.Slice(end + 1, ObjectId.ByteLength);
        _rest = _rest[(end + 1 + ObjectId.ByteLength)..];
        return true;
    }

    /// <summary>Orders two entries as git does.</summary>
    public readonly int CompareTo(in TreeScan other)
    {
        var shared = Math.Min(Name.Length, other.Name.Length);
        var order = Name[..shared].SequenceCompareTo(other.Name[..shared]);
        if (order != 0)
            return order;
        var left = Name.Length > shared ? Name[shared] : Mode.IsTree() ? (byte)'/' : (byte)0;
        var right = other.Name.Length > shared ? other.Name[shared] : other.Mode.IsTree() ? (byte)'/' : (byte)0;
        return left != right ? left - right : Name.Length - other.Name.Length;
    }

    /// <summary>Finds one entry; false where there is none.</summary>
    public static bool TryFind(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name, out EntryMode mode, out ObjectId id)
    {
        var scan = new TreeScan(body);
        while (scan.MoveNext())
        {
            if (scan.Name.SequenceEqual(name))
            {
                (mode, id) = (scan.Mode, scan.Id);
                return true;
            }
        }
        (mode, id) = (default, default);
        return false;
    }
}
