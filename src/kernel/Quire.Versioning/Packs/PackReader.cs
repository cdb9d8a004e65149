using System.Buffers.Binary;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Packs;

/// <summary>
/// Reads a pack from outside, front to back, without an index. Objects go to the sink as soon as they are whole; deltas whose base comes later
/// wait. Bases that are not in the pack come from the objects that are known already (thin packs). Memory is bounded by the limits, not by the
/// pack.
/// </summary>
public sealed class PackReader
{
    private const int HeaderLength = 12;
    private const long CacheBytes = 48 << 20;

    private readonly PackInput _input;
    private readonly Inflater _inflater;
    private readonly PackLimits _limits;
    private readonly IObjectSource _known;
    private readonly IObjectSink _sink;
    private readonly CancellationToken _cancellation;
    private readonly BodyCache _cache = new(CacheBytes);
    private readonly Dictionary<long, Resolved> _byOffset = [];
    private readonly Dictionary<ObjectId, int> _depths = [];
    private readonly Dictionary<long, List<Waiting>> _waitingByOffset = [];
    private readonly Dictionary<ObjectId, List<Waiting>> _waitingById = [];
    private readonly List<ObjectId> _ids = [];
    private int _waiting;
    private long _waitingBytes;
    private long _totalBytes;

    private PackReader(PackInput input, IObjectSource known, IObjectSink sink, PackLimits limits, CancellationToken cancellation)
    {
        _input = input;
        _inflater = new Inflater(input);
        _limits = limits;
        _known = known;
        _sink = sink;
        _cancellation = cancellation;
    }

    /// <summary>Reads a pack.</summary>
    /// <param name="pack">The bytes, from <c>PACK</c> to the checksum. Some bytes after the pack may be consumed too.</param>
    /// <param name="known">What is known already, and what was put into the sink: bases of deltas are read from here.</param>
    /// <param name="sink">Receives every object of the pack; often the same as <paramref name="known"/>.</param>
    /// <param name="limits">What the pack may ask for; null for the defaults.</param>
    /// <param name="cancellation">The time budget.</param>
    /// <returns>The ids of the pack's objects, in the order in which they became whole.</returns>
    /// <exception cref="VersioningException">
    /// <see cref="VersioningCodes.BadPack"/>, <see cref="VersioningCodes.BadDelta"/> or <see cref="VersioningCodes.LimitExceeded"/>. The sink may
    /// have received some objects by then.
    /// </exception>
    public static IReadOnlyList<ObjectId> Read(Stream pack, IObjectSource known, IObjectSink sink, PackLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= PackLimits.Default;
        using var input = new PackInput(pack, limits.PackBytes);
        var reader = new PackReader(input, known, sink, limits, cancellation);
        reader.Run();
        return reader._ids;
    }

    private void Run()
    {
        var count = ReadHeader();
        for (var i = 0; i < count; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            ReadEntry();
        }
        if (_waiting > 0)
            throw new VersioningException(VersioningCodes.BadDelta, $"{_waiting} deltas of the pack have no base: it is missing, or they are deltas of each other.", "Send a pack that is complete.");
        _input.CheckTrailer();
    }

    private int ReadHeader()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        _input.ReadExactly(header);
        var version = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (!header.StartsWith("PACK"u8) || version is not (2 or 3))
            throw Bad("The bytes are no pack of version 2 or 3.");
        var count = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        return count <= _limits.Objects ? (int)count : throw TooMuch($"has {count} objects; at most {_limits.Objects} are accepted");
    }

    private void ReadEntry()
    {
        var offset = _input.Position;
        var (kind, size) = ReadEntryHeader();
        switch (kind)
        {
            case PackEntryKind.Commit or PackEntryKind.Tree or PackEntryKind.Blob or PackEntryKind.Tag:
                Resolve(offset, new GitObject((ObjectKind)kind, Inflate(size)), 0);
                break;
            case PackEntryKind.OffsetDelta:
                ReadOffsetDelta(offset, size);
                break;
            case PackEntryKind.IdDelta:
                ReadIdDelta(offset, size);
                break;
            default:
                throw Bad($"The entry at byte {offset} of the pack is of unknown kind {(int)kind}.");
        }
    }

    private (PackEntryKind Kind, long Size) ReadEntryHeader()
    {
        var next = _input.ReadByte();
        var kind = (PackEntryKind)((next >> 4) & 7);
        long size = next & 15;
        for (var shift = 4; (next & 0x80) != 0; shift += 7)
        {
            if (shift > 56)
                throw Bad($"The entry before byte {_input.Position} of the pack states a size without end.");
            next = _input.ReadByte();
            size |= (long)(next & 0x7F) << shift;
        }
        return (kind, size);
    }

    private void ReadOffsetDelta(long offset, long size)
    {
        var from = offset - ReadDistance();
        if (from < HeaderLength || from >= offset)
            throw Bad($"The delta at byte {offset} of the pack has its base outside the pack.");
        var delta = new Waiting(offset, Inflate(size));
        if (_byOffset.TryGetValue(from, out var resolved))
            Resolve(offset, Apply(ReadBase(resolved.Id), resolved.Depth, delta), resolved.Depth + 1);
        else
            Wait(_waitingByOffset, from, delta);
    }

    private void ReadIdDelta(long offset, long size)
    {
        Span<byte> bytes = stackalloc byte[ObjectId.ByteLength];
        _input.ReadExactly(bytes);
        var id = ObjectId.FromBytes(bytes);
        var delta = new Waiting(offset, Inflate(size));
        if (!_cache.TryGet(id, out var value) && !_known.TryRead(id, out value))
        {
            Wait(_waitingById, id, delta);
            return;
        }
        var depth = _depths.GetValueOrDefault(id);
        Resolve(offset, Apply(value, depth, delta), depth + 1);
    }

    private long ReadDistance()
    {
        var next = _input.ReadByte();
        long distance = next & 0x7F;
        for (var i = 0; (next & 0x80) != 0; i++)
        {
            if (i == 8)
                throw Bad($"The delta before byte {_input.Position} of the pack states a distance without end.");
            next = _input.ReadByte();
            distance = ((distance + 1) << 7) | (long)(next & 0x7F);
        }
        return distance;
    }

    private byte[] Inflate(long size)
    {
        if (size > _limits.ObjectBytes)
            throw TooMuch($"has an object of {size} bytes; at most {_limits.ObjectBytes} are accepted");
        CountBytes(size);
        return _inflater.Inflate((int)size);
    }

    private void CountBytes(long size)
    {
        _totalBytes += size;
        if (_totalBytes > _limits.TotalBytes)
            throw TooMuch($"inflates to more than {_limits.TotalBytes} bytes");
    }

    private void Wait<TKey>(Dictionary<TKey, List<Waiting>> queue, TKey key, Waiting delta)
        where TKey : notnull
    {
        _waitingBytes += delta.Body.Length;
        if (_waitingBytes > _limits.WaitingBytes)
            throw TooMuch($"has more than {_limits.WaitingBytes} bytes of deltas before their bases");
        _waiting++;
        if (!queue.TryGetValue(key, out var list))
            queue.Add(key, list = []);
        list.Add(delta);
    }

    private GitObject Apply(GitObject baseObject, int baseDepth, Waiting delta)
    {
        if (baseDepth >= _limits.DeltaDepth)
            throw TooMuch($"has a chain of more than {_limits.DeltaDepth} deltas");
        CountBytes(Delta.ResultSize(delta.Body));
        return new GitObject(baseObject.Kind, Delta.Apply(baseObject.Body.Span, delta.Body, _limits.ObjectBytes));
    }

    // A chain of deltas may be long and many may wait for one base: they are worked off one at a time, in a stack of our own.
    private void Resolve(long offset, GitObject value, int depth)
    {
        var open = new Stack<(ObjectId Base, int Depth, Waiting Delta)>();
        Finish(offset, value, depth, open);
        while (open.TryPop(out var next))
            Finish(next.Delta.Offset, Apply(ReadBase(next.Base), next.Depth, next.Delta), next.Depth + 1, open);
    }

    private void Finish(long offset, GitObject value, int depth, Stack<(ObjectId Base, int Depth, Waiting Delta)> open)
    {
        _sink.Put(value);
        _ids.Add(value.Id);
        _cache.Add(value);
        _byOffset[offset] = new Resolved(value.Id, depth);
        if (depth > 0)
            _depths[value.Id] = depth;
        Wake(_waitingByOffset, offset, value.Id, depth, open);
        Wake(_waitingById, value.Id, value.Id, depth, open);
    }

    private void Wake<TKey>(Dictionary<TKey, List<Waiting>> queue, TKey key, ObjectId id, int depth, Stack<(ObjectId Base, int Depth, Waiting Delta)> open)
        where TKey : notnull
    {
        if (!queue.Remove(key, out var list))
            return;
        foreach (var delta in list)
        {
            _waiting--;
            _waitingBytes -= delta.Body.Length;
            open.Push((id, depth, delta));
        }
    }

    private GitObject ReadBase(ObjectId id) => _cache.TryGet(id, out var value) ? value : _known.Read(id);

    private static VersioningException Bad(string message) => new(VersioningCodes.BadPack, message, "Send it again.");

    private static VersioningException TooMuch(string what) => new(VersioningCodes.LimitExceeded, $"The pack {what}.");

    private readonly record struct Resolved(ObjectId Id, int Depth);

    private readonly record struct Waiting(long Offset, byte[] Body);
}
