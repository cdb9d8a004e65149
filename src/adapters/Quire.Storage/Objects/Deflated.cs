using System.IO.Compression;

namespace Quire.Storage.Objects;

/// <summary>Bytes as zlib streams, which is how git packs carry them too.</summary>
internal static class Deflated
{
    /// <summary>Compresses.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using var output = new MemoryStream((content.Length / 2) + 64);
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(content);
        return output.ToArray();
    }

    /// <summary>Decompresses a stream that inflates to exactly that many bytes.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public static byte[] Decompress(byte[] compressed, int size)
    {
        var content = new byte[size];
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        if (zlib.ReadAtLeast(content, size, throwOnEndOfStream: false) < size || zlib.ReadByte() >= 0)
            throw new InvalidDataException($"A stored object does not inflate to {size} bytes.");
        return content;
    }
}
