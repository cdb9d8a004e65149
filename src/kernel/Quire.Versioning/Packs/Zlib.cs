using System.IO.Compression;

namespace Quire.Versioning.Packs;

/// <summary>Bodies as zlib streams, which is how objects are stored and how they travel in packs.</summary>
public static class Zlib
{
    // The framework writes nothing at all for an empty body.
    private static readonly byte[] Empty = [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1];

    /// <summary>Compresses.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> body, CompressionLevel level = CompressionLevel.Optimal)
    {
        if (body.IsEmpty)
            return [.. Empty];
        using var output = new MemoryStream((body.Length / 2) + 64);
        using (var zlib = new ZLibStream(output, level, leaveOpen: true))
            zlib.Write(body);
        return output.ToArray();
    }

    /// <summary>Decompresses a stream whose inflated size is known.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadPack"/>: no zlib stream, or of another size.</exception>
    public static byte[] Decompress(ReadOnlyMemory<byte> compressed, int size)
    {
        var body = new byte[size];
        try
        {
            using var zlib = new ZLibStream(new ReadOnlyMemoryStream(compressed), CompressionMode.Decompress);
            zlib.ReadExactly(body);
            if (zlib.ReadByte() >= 0)
                throw new VersioningException(VersioningCodes.BadPack, $"A compressed object is longer than the {size} bytes that it should have.");
            return body;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new VersioningException(VersioningCodes.BadPack, $"A compressed object does not inflate to {size} bytes.", null, e);
        }
    }
}
