namespace Quire.Core.Imports.Reading;

/// <summary>The checksum of archives: CRC-32 of ISO 3309, bits reversed.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>The checksum of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
            sum = Table[(byte)(sum ^ one)] ^ (sum >> 8);
        return ~sum;
    }

    private static uint Entry(int number)
    {
        var entry = (uint)number;
        for (var bit = 0; bit < 8; bit++)
            entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ Polynomial;
        return entry;
    }
}
