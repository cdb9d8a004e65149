using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Versioning.Tests.Packs;

public sealed class HostilePackTests
{
    [Fact]
    public void Every_truncation_of_a_pack_is_an_error()
    {
        var pack = Pack(w =>
        {
            w.Add(ObjectKind.Blob, 5, Zlib.Compress("hello"u8));
            var delta = Delta.Encode("hello"u8, "hello hello"u8);
            w.AddDelta(12, delta.Length, Zlib.Compress(delta));
        }, 2);
        Read(pack).Count.ShouldBe(2);
        for (var length = 0; length < pack.Length; length++)
            Failure(pack[..length]).ShouldBeOneOf(VersioningCodes.BadPack, VersioningCodes.BadDelta);
    }

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        var pack = Pack(w => w.Add(ObjectKind.Blob, 300, Zlib.Compress(System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 60).Select(i => $"{i:D4}\n"))))), 1);
        for (var bit = 0; bit < pack.Length * 8; bit++)
        {
            var damaged = (byte[])pack.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Failure(damaged).ShouldBeOneOf(VersioningCodes.BadPack, VersioningCodes.BadDelta, VersioningCodes.LimitExceeded);
        }
    }

    [Fact]
    public void A_size_that_lies_is_an_error_and_costs_no_memory()
    {
        Failure(Pack(w => w.Add(ObjectKind.Blob, 60_000_000, Zlib.Compress("small"u8)), 1)).ShouldBe(VersioningCodes.BadPack);
        Failure(Pack(w => w.Add(ObjectKind.Blob, 3, Zlib.Compress("longer"u8)), 1)).ShouldBe(VersioningCodes.BadPack);
    }

    [Fact]
    public void Limits_on_count_size_sum_and_length_hold()
    {
        var pack = Pack(w =>
        {
            w.Add(ObjectKind.Blob, 1000, Zlib.Compress(new byte[1000]));
            w.Add(ObjectKind.Blob, 1001, Zlib.Compress(new byte[1001]));
        }, 2);
        Failure(pack, new PackLimits { Objects = 1 }).ShouldBe(VersioningCodes.LimitExceeded);
        Failure(pack, new PackLimits { ObjectBytes = 1000 }).ShouldBe(VersioningCodes.LimitExceeded);
        Failure(pack, new PackLimits { TotalBytes = 2000 }).ShouldBe(VersioningCodes.LimitExceeded);
        Failure(pack, new PackLimits { PackBytes = 20 }).ShouldBe(VersioningCodes.LimitExceeded);
        Failure(pack, new PackLimits { Objects = 2, ObjectBytes = 1001, TotalBytes = 2001, PackBytes = pack.Length }).ShouldBeNull();
    }

    [Fact]
    public void A_delta_bomb_is_stopped_by_the_limits()
    {
        // Copies the base 65,536 bytes at a time, as often as a delta of some hundred bytes can say it.
        var body = new byte[65_536];
        var delta = new List<byte> { 0x80, 0x80, 4 };
        const long size = 65_536L * 400;
        for (var rest = size; rest > 0; rest >>= 7)
            delta.Add((byte)((rest & 0x7F) | (rest > 0x7F ? 0x80L : 0)));
        delta.AddRange(Enumerable.Repeat((byte)0x80, 400));
        var pack = Pack(w =>
        {
            w.Add(ObjectKind.Blob, body.Length, Zlib.Compress(body));
            for (var i = 0; i < 3; i++)
                w.AddDelta(12, delta.Count, Zlib.Compress(delta.ToArray()));
        }, 4);

        Failure(pack, new PackLimits { ObjectBytes = 1 << 20 }).ShouldBe(VersioningCodes.LimitExceeded);
        Failure(pack, new PackLimits { TotalBytes = 40 << 20 }).ShouldBe(VersioningCodes.LimitExceeded);
        Failure(pack).ShouldBeNull();
    }

    [Fact]
    public void A_chain_of_deltas_may_be_as_long_as_the_limit_and_no_longer()
    {
        byte[] Chain(int length) => Pack(w =>
        {
            var body = "0"u8.ToArray();
            var offset = w.Add(ObjectKind.Blob, body.Length, Zlib.Compress(body));
            for (var i = 0; i < length; i++)
            {
                var next = System.Text.Encoding.ASCII.GetBytes($"{i + 1}");
                var delta = Delta.Encode(body, next);
                offset = w.AddDelta(offset, delta.Length, Zlib.Compress(delta));
                body = next;
            }
        }, (uint)length + 1);

        Failure(Chain(40), new PackLimits { DeltaDepth = 40 }).ShouldBeNull();
        Failure(Chain(41), new PackLimits { DeltaDepth = 40 }).ShouldBe(VersioningCodes.LimitExceeded);
        Failure(Chain(4000)).ShouldBeNull();
    }

    [Fact]
    public void A_base_may_come_after_its_deltas_but_must_come()
    {
        var body = "the base of it all, long enough"u8.ToArray();
        var result = "the base of it all, long enough, and more"u8.ToArray();
        var other = "the base of it all, long enough, and more and more"u8.ToArray();
        var (first, second) = (Delta.Encode(body, result), Delta.Encode(result, other));
        var pack = Pack(w =>
        {
            var at = w.AddDelta(ObjectHash.OfBlob(body), first.Length, Zlib.Compress(first));
            w.AddDelta(at, second.Length, Zlib.Compress(second));
            w.Add(ObjectKind.Blob, body.Length, Zlib.Compress(body));
        }, 3);
        Read(pack).ShouldBe([ObjectHash.OfBlob(body), ObjectHash.OfBlob(result), ObjectHash.OfBlob(other)]);
        Failure(pack, new PackLimits { WaitingBytes = 10 }).ShouldBe(VersioningCodes.LimitExceeded);
    }

    [Fact]
    public void Deltas_of_each_other_are_an_error()
    {
        var (one, two) = ("one text of some length"u8.ToArray(), "two texts of some length"u8.ToArray());
        var (there, back) = (Delta.Encode(one, two), Delta.Encode(two, one));
        var pack = Pack(w =>
        {
            w.AddDelta(ObjectHash.OfBlob(one), there.Length, Zlib.Compress(there));
            w.AddDelta(ObjectHash.OfBlob(two), back.Length, Zlib.Compress(back));
        }, 2);

        Failure(pack).ShouldBe(VersioningCodes.BadDelta);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 5 })]
    [InlineData(new byte[] { 4, 4 })]
    [InlineData(new byte[] { 5, 9, 0 })]
    [InlineData(new byte[] { 5, 5, 3, 65, 66 })]
    [InlineData(new byte[] { 5, 5, 0x91 })]
    [InlineData(new byte[] { 5, 5, 0x91, 4, 5 })]
    [InlineData(new byte[] { 5, 3, 0x90, 5 })]
    [InlineData(new byte[] { 5, 9, 0x90, 5 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1 })]
    public void A_delta_that_does_not_fit_is_an_error(byte[] delta) =>
        Should.Throw<VersioningException>(() => Delta.Apply("hello"u8, delta)).Code.ShouldBe(VersioningCodes.BadDelta);

    [Fact]
    public void An_entry_of_unknown_kind_or_without_end_or_with_a_base_outside_is_an_error()
    {
        Failure(Raw([0x00, 0, 0, 0, 0, 0, 0, 0])).ShouldBe(VersioningCodes.BadPack);
        Failure(Raw([0x50, 0, 0, 0, 0, 0, 0, 0])).ShouldBe(VersioningCodes.BadPack);
        Failure(Raw([.. Enumerable.Repeat((byte)0xBF, 40)])).ShouldBe(VersioningCodes.BadPack);
        Failure(Raw([0x60, 0x7F])).ShouldBe(VersioningCodes.BadPack);
        Failure(Raw([0x60, .. Enumerable.Repeat((byte)0xFF, 40)])).ShouldBe(VersioningCodes.BadPack);
        Failure("PACK\0\0\0\u0007\0\0\0\0"u8.ToArray()).ShouldBe(VersioningCodes.BadPack);
        Failure("JUNKJUNKJUNK"u8.ToArray()).ShouldBe(VersioningCodes.BadPack);
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        var store = new ObjectStore();
        var pack = Pack(w => w.Add(ObjectKind.Blob, 0, Zlib.Compress([])), 1);

        Should.Throw<OperationCanceledException>(() => PackReader.Read(new MemoryStream(pack), store, store, null, new CancellationToken(true)));
    }

    [Fact]
    public void A_writer_refuses_to_finish_with_another_count_and_to_point_forward()
    {
        using var writer = new PackWriter(new ArrayBufferWriter<byte>(), 2);
        Should.Throw<ArgumentOutOfRangeException>(() => writer.AddDelta(5000, 1, [1]));
        Should.Throw<InvalidOperationException>(writer.Finish);
    }

    private static byte[] Pack(Action<PackWriter> write, uint count)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new PackWriter(output, count);
        write(writer);
        writer.Finish();
        return output.WrittenSpan.ToArray();
    }

#pragma warning disable CA5350 // The trailer of a pack is a SHA-1.
    private static byte[] Raw(byte[] entry)
    {
        var header = new byte[12];
        "PACK"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), 2);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), 1);
        byte[] pack = [.. header, .. entry];
        return [.. pack, .. SHA1.HashData(pack)];
    }
#pragma warning restore CA5350

    private static IReadOnlyList<ObjectId> Read(byte[] pack, PackLimits? limits = null)
    {
        var store = new ObjectStore();
        return PackReader.Read(new MemoryStream(pack), store, store, limits);
    }

    private static string? Failure(byte[] pack, PackLimits? limits = null)
    {
        try
        {
            Read(pack, limits);
            return null;
        }
        catch (VersioningException e)
        {
            return e.Code;
        }
    }
}
