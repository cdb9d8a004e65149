using System.IO.Compression;
using Quire.Versioning.Packs;

namespace Quire.Versioning.Tests.Packs;

public sealed class InflaterTests
{
    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Streams_one_after_another_are_each_read_to_their_exact_end(CompressionLevel level)
    {
        var random = new Random(12);
        var bodies = Enumerable.Range(0, 80).Select(i => Body(random, i * i * 23)).ToList();
        using var stream = new MemoryStream([.. bodies.SelectMany(b => Zlib.Compress(b, level)), 0xAA]);
        using var input = new PackInput(new SlowStream(stream), long.MaxValue);
        var inflater = new Inflater(input);

        foreach (var body in bodies)
            inflater.Inflate(body.Length).ShouldBe(body);
        input.ReadByte().ShouldBe((byte)0xAA);
        input.TryReadByte().ShouldBe(-1);
    }

    // Literals, runs, and copies from near and far.
    private static byte[] Body(Random random, int size)
    {
        var body = new byte[size];
        for (var i = 0; i < size; i++)
        {
            body[i] = (i / 700 % 3) switch
            {
                0 => (byte)random.Next(256),
                1 => (byte)'x',
                _ => body[Math.Max(0, i - 1 - (i % 31_000))],
            };
        }
        return body;
    }

    /// <summary>Gives few bytes at a time, as a network may.</summary>
    private sealed class SlowStream(Stream inner) : Stream
    {
        private int _calls;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(count, 1 + (_calls++ % 7 * 13)));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
