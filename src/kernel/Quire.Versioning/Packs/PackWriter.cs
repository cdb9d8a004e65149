using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Packs;

/// <summary>
/// Writes a pack, version 2, from objects that are stored compressed: each entry is a header and a copy of the stored bytes. The caller
/// flushes the output as it likes.
/// </summary>
public sealed class PackWriter : IDisposable
{
    private readonly IBufferWriter<byte> _output;
    private readonly IncrementalHash _hash;
    private readonly uint _count;
    private uint _written;

    /// <summary>Writes the pack's header.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="count">How many entries will follow.</param>
    public PackWriter(IBufferWriter<byte> output, uint count)
    {
        _output = output;
        _count = count;
#pragma warning disable CA5350 // The trailer of a pack is a SHA-1.
        _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        Span<byte> header = stackalloc byte[12];
        "PACK"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt32BigEndian(header[8..], count);
        Write(header);
    }

    /// <summary>The number of bytes written so far.</summary>
    public long Length { get; private set; }

    /// <summary>Writes a whole object.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="size">The length of its body, in bytes.</param>
    /// <param name="compressed">Its body as a zlib stream.</param>
    /// <returns>Where the entry stands in the pack.</returns>
    public long Add(ObjectKind kind, long size, ReadOnlySpan<byte> compressed)
    {
        var offset = Begin((int)kind, size);
        Write(compressed);
        return offset;
    }

    /// <summary>Writes a delta of an entry that stands earlier in the pack.</summary>
    /// <param name="baseOffset">Where that entry stands.</param>
    /// <param name="size">The length of the delta, in bytes.</param>
    /// <param name="compressed">The delta as a zlib stream.</param>
    /// <returns>Where the entry stands in the pack.</returns>
    public long AddDelta(long baseOffset, long size, ReadOnlySpan<byte> compressed)
    {
        var offset = Begin((int)PackEntryKind.OffsetDelta, size);
        if (baseOffset >= offset || baseOffset < 12)
            throw new ArgumentOutOfRangeException(nameof(baseOffset), baseOffset, "The base stands earlier in the pack.");
        Span<byte> bytes = stackalloc byte[10];
        Write(bytes[WriteDistance(bytes, offset - baseOffset)..]);
        Write(compressed);
        return offset;
    }

    /// <summary>Writes a delta of an object that is named by its id; it may be missing in the pack if the reader has it (a thin pack).</summary>
    /// <param name="baseId">That object.</param>
    /// <param name="size">The length of the delta, in bytes.</param>
    /// <param name="compressed">The delta as a zlib stream.</param>
    /// <returns>Where the entry stands in the pack.</returns>
    public long AddDelta(ObjectId baseId, long size, ReadOnlySpan<byte> compressed)
    {
        var offset = Begin((int)PackEntryKind.IdDelta, size);
        Span<byte> id = stackalloc byte[ObjectId.ByteLength];
        baseId.CopyTo(id);
        Write(id);
        Write(compressed);
        return offset;
    }

    /// <summary>Writes the trailer.</summary>
    /// <exception cref="InvalidOperationException">Fewer or more entries were written than announced.</exception>
    public void Finish()
    {
        if (_written != _count)
            throw new InvalidOperationException($"The pack announces {_count} entries and has {_written}.");
        Span<byte> trailer = stackalloc byte[ObjectId.ByteLength];
        _hash.GetHashAndReset(trailer);
        _output.Write(trailer);
        Length += trailer.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private long Begin(int kind, long size)
    {
        Span<byte> header = stackalloc byte[10];
        var offset = Length;
        var rest = size >> 4;
        var length = 0;
        header[length++] = (byte)((kind << 4) | (int)(size & 15) | (rest > 0 ? 0x80 : 0));
        for (; rest > 0; rest >>= 7)
            header[length++] = (byte)((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0L));
        _written++;
        Write(header[..length]);
        return offset;
    }

    // From the end: each further group counts one less, so that no number has two spellings.
    private static int WriteDistance(Span<byte> bytes, long distance)
    {
        var at = bytes.Length - 1;
        bytes[at] = (byte)(distance & 0x7F);
        for (distance >>= 7; distance > 0; distance >>= 7)
            bytes[--at] = (byte)(0x80 | (--distance & 0x7F));
        return at;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _output.Write(bytes);
        Length += bytes.Length;
    }
}
