using System.Buffers;
using System.Buffers.Binary;

namespace Quire.Versioning.Packs;

/// <summary>Git's deltas: the sizes of base and result, then copies from the base and literal bytes.</summary>
public static class Delta
{
    private const int Block = 16;
    private const int MaxCandidates = 16;
    private const int MaxLiteral = 127;
    private const int MaxCopy = 0xFFFF;

    /// <summary>The size of the result that a delta states, in bytes.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadDelta"/>: the delta has no complete header.</exception>
    public static long ResultSize(ReadOnlySpan<byte> delta)
    {
        ReadSize(ref delta);
        return ReadSize(ref delta);
    }

    /// <summary>Applies a delta.</summary>
    /// <param name="baseBody">The base.</param>
    /// <param name="delta">The delta.</param>
    /// <param name="maxSize">The largest result that is accepted, in bytes.</param>
    /// <exception cref="VersioningException">
    /// <see cref="VersioningCodes.BadDelta"/>: the delta is of another base, copies from outside of it, ends early or makes another size than it
    /// states. <see cref="VersioningCodes.LimitExceeded"/>: the result would be too large.
    /// </exception>
    public static byte[] Apply(ReadOnlySpan<byte> baseBody, ReadOnlySpan<byte> delta, int maxSize = int.MaxValue)
    {
        if (ReadSize(ref delta) != baseBody.Length)
            throw Bad("was made from a base of another size");
        var size = ReadSize(ref delta);
        if (size > Math.Min(maxSize, Array.MaxLength))
            throw new VersioningException(VersioningCodes.LimitExceeded, $"A delta makes an object of {size} bytes; at most {maxSize} are accepted.");
        var result = new byte[size];
        var rest = result.AsSpan();
        while (!delta.IsEmpty)
        {
            var part = Next(baseBody, ref delta);
            if (part.Length > rest.Length)
                throw Bad("makes more bytes than it states");
            part.CopyTo(rest);
            rest = rest[part.Length..];
        }
        return rest.IsEmpty ? result : throw Bad("makes fewer bytes than it states");
    }

    /// <summary>Makes a delta. It is a good one, not the shortest; the time is linear in the two sizes.</summary>
    /// <param name="baseBody">The base.</param>
    /// <param name="result">What applying the delta will give.</param>
    public static byte[] Encode(ReadOnlySpan<byte> baseBody, ReadOnlySpan<byte> result)
    {
        var output = new ArrayBufferWriter<byte>((result.Length / 4) + 32);
        WriteSize(output, baseBody.Length);
        WriteSize(output, result.Length);
        // What an edit leaves alone at both ends needs no index; for a large folder of which one entry changed that is nearly all of it.
        var head = AtLeastBlock(baseBody.CommonPrefixLength(result));
        var tail = AtLeastBlock(CommonSuffix(baseBody[head..], result[head..]));
        WriteCopy(output, 0, head);
        EncodeMiddle(output, baseBody[..^tail], result[..^tail], head);
        WriteCopy(output, baseBody.Length - tail, tail);
        return output.WrittenSpan.ToArray();
    }

    private static void EncodeMiddle(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> baseBody, ReadOnlySpan<byte> result, int head)
    {
        int done = head, at = head;
        var index = at + Block <= result.Length ? Index(baseBody, head) : [];
        while (at + Block <= result.Length)
        {
            var match = Longest(index, baseBody, result, at, done);
            if (match.Length < Block)
            {
                at++;
                continue;
            }
            at -= match.Before;
            WriteLiteral(output, result[done..at]);
            WriteCopy(output, match.Start, match.Length);
            at += match.Length;
            done = at;
        }
        WriteLiteral(output, result[done..]);
    }

    private static int AtLeastBlock(int length) => length < Block ? 0 : length;

    private static int CommonSuffix(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var most = Math.Min(left.Length, right.Length);
        var length = 0;
        while (length + sizeof(ulong) <= most
            && BinaryPrimitives.ReadUInt64LittleEndian(left[^(length + sizeof(ulong))..]) == BinaryPrimitives.ReadUInt64LittleEndian(right[^(length + sizeof(ulong))..]))
            length += sizeof(ulong);
        while (length < most && left[^(length + 1)] == right[^(length + 1)])
            length++;
        return length;
    }

    private static Dictionary<UInt128, List<int>> Index(ReadOnlySpan<byte> body, int start)
    {
        var index = new Dictionary<UInt128, List<int>>((body.Length - start) / Block);
        for (var at = start; at + Block <= body.Length; at += Block)
        {
            var key = BinaryPrimitives.ReadUInt128LittleEndian(body[at..]);
            if (!index.TryGetValue(key, out var positions))
                index.Add(key, positions = new List<int>(1));
            if (positions.Count < MaxCandidates)
                positions.Add(at);
        }
        return index;
    }

    private static Match Longest(Dictionary<UInt128, List<int>> index, ReadOnlySpan<byte> baseBody, ReadOnlySpan<byte> result, int at, int done)
    {
        Match best = default;
        if (!index.TryGetValue(BinaryPrimitives.ReadUInt128LittleEndian(result[at..]), out var positions))
            return best;
        foreach (var start in positions)
        {
            var length = baseBody[start..].CommonPrefixLength(result[at..]);
            var before = 0;
            while (before < start && at - before > done && baseBody[start - before - 1] == result[at - before - 1])
                before++;
            if (length + before > best.Length)
                best = new Match(start - before, length + before, before);
        }
        return best;
    }

    private static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> baseBody, ref ReadOnlySpan<byte> delta)
    {
        var op = delta[0];
        delta = delta[1..];
        if (op == 0)
            throw Bad("has an unknown instruction");
        if ((op & 0x80) == 0)
        {
            if (delta.Length < op)
                throw Bad("ends early");
            var literal = delta[..op];
            delta = delta[op..];
            return literal;
        }
        var offset = ReadSparse(ref delta, op, 4);
        var size = ReadSparse(ref delta, op >> 4, 3);
        if (size == 0)
            size = 0x10000;
        if (offset + size > baseBody.Length)
            throw Bad("copies from outside its base");
        return baseBody.Slice((int)offset, (int)size);
    }

    // Only the bytes whose bits are set are there; the others are zero.
    private static long ReadSparse(ref ReadOnlySpan<byte> delta, int bits, int count)
    {
        long value = 0;
        for (var i = 0; i < count; i++)
        {
            if ((bits & (1 << i)) == 0)
                continue;
            if (delta.IsEmpty)
                throw Bad("ends early");
            value |= (long)delta[0] << (8 * i);
            delta = delta[1..];
        }
        return value;
    }

    private static long ReadSize(ref ReadOnlySpan<byte> delta)
    {
        long size = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            if (delta.IsEmpty)
                break;
            var next = delta[0];
            delta = delta[1..];
            size |= (long)(next & 0x7F) << shift;
            if ((next & 0x80) == 0)
                return size;
        }
        throw Bad("has no complete header");
    }

    private static void WriteSize(ArrayBufferWriter<byte> output, long size)
    {
        for (; size > 0x7F; size >>= 7)
            output.Write([(byte)(0x80 | (size & 0x7F))]);
        output.Write([(byte)size]);
    }

    private static void WriteLiteral(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> literal)
    {
        while (!literal.IsEmpty)
        {
            var count = Math.Min(literal.Length, MaxLiteral);
            output.Write([(byte)count]);
            output.Write(literal[..count]);
            literal = literal[count..];
        }
    }

    private static void WriteCopy(ArrayBufferWriter<byte> output, int start, int length)
    {
        Span<byte> bytes = stackalloc byte[8];
        for (; length > 0; start += MaxCopy, length -= MaxCopy)
        {
            var size = Math.Min(length, MaxCopy);
            var op = 0x80;
            var count = 1;
            for (var i = 0; i < 4; i++)
                Put(bytes, ref op, ref count, (byte)(start >> (8 * i)), i);
            for (var i = 0; i < 2; i++)
                Put(bytes, ref op, ref count, (byte)(size >> (8 * i)), 4 + i);
            bytes[0] = (byte)op;
            output.Write(bytes[..count]);
        }
    }

    private static void Put(Span<byte> bytes, ref int op, ref int count, byte value, int bit)
    {
        if (value == 0)
            return;
        op |= 1 << bit;
        bytes[count++] = value;
    }

    private static VersioningException Bad(string what) => new(VersioningCodes.BadDelta, $"A delta {what}.", "Send the pack again.");

    private readonly record struct Match(int Start, int Length, int Before);
}
