using System.Buffers.Binary;
using System.IO.Compression;

namespace Quire.Studio.Tests.Support;

/// <summary>
/// Writes a screenshot again with at most 256 colours: the most frequent ones, and for each other one the nearest of them. Text on a plain ground keeps
/// its look and takes a half of the bytes or less.
/// </summary>
internal static class SmallPng
{
    private const int MostColours = 256;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The same picture in fewer bytes.</summary>
    /// <param name="png">A PNG of 8 bits per channel with red, green and blue, with or without alpha, not interlaced: what browsers write.</param>
    public static byte[] Pack(byte[] png)
    {
        var (width, height, channels, packed) = Chunks(png);
        var pixels = Colours(Unfilter(Inflate(packed), width * channels, height, channels), channels);
        var palette = pixels.CountBy(pixel => pixel).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(MostColours).Select(entry => entry.Key).ToArray();
        return Write(width, height, palette, Indexes(pixels, palette));
    }

    private static (int Width, int Height, int Channels, byte[] Packed) Chunks(byte[] png)
    {
        var data = new MemoryStream();
        for (var at = Signature.Length; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(png, at + 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)));
        var channels = png[25] switch { 2 => 3, 6 => 4, var other => throw new NotSupportedException($"colour type {other}") };
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), channels, data.ToArray());
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        stream.CopyTo(raw);
        return raw.ToArray();
    }

    // Each line begins with the filter that was applied to it; what it was subtracted from is added again.
    private static byte[] Unfilter(byte[] raw, int stride, int height, int step)
    {
        var lines = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = raw[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                var at = y * stride + x;
                int left = x >= step ? lines[at - step] : 0, above = y > 0 ? lines[at - stride] : 0, corner = x >= step && y > 0 ? lines[at - stride - step] : 0;
                var guess = filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => 0 };
                lines[at] = (byte)(raw[y * (stride + 1) + 1 + x] + guess);
            }
        }

        return lines;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static int[] Colours(byte[] lines, int channels)
    {
        var pixels = new int[lines.Length / channels];
        for (var at = 0; at < pixels.Length; at++)
            pixels[at] = lines[at * channels] << 16 | lines[at * channels + 1] << 8 | lines[at * channels + 2];
        return pixels;
    }

    private static byte[] Indexes(int[] pixels, int[] palette)
    {
        var nearest = palette.Select((colour, index) => (colour, index)).ToDictionary(entry => entry.colour, entry => (byte)entry.index);
        var indexes = new byte[pixels.Length];
        for (var at = 0; at < pixels.Length; at++)
        {
            if (!nearest.TryGetValue(pixels[at], out var index))
                nearest[pixels[at]] = index = (byte)Array.IndexOf(palette, palette.MinBy(colour => Distance(colour, pixels[at])));
            indexes[at] = index;
        }

        return indexes;
    }

    private static int Distance(int a, int b)
    {
        var (red, green, blue) = ((a >> 16) - (b >> 16), (a >> 8 & 255) - (b >> 8 & 255), (a & 255) - (b & 255));
        return red * red + green * green + blue * blue;
    }

    private static byte[] Write(int width, int height, int[] palette, byte[] indexes)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        Chunk(png, "IDAT"u8, Deflate(width, height, indexes));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Deflate(int width, int height, byte[] indexes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < height; y++)
            {
                stream.WriteByte(0);
                stream.Write(indexes, y * width, width);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] body = [.. name, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }

        return ~crc;
    }
}
