using Quire.Versioning.Packs;

namespace Quire.Versioning.Tests.Packs;

public sealed class ZlibTests
{
    [Fact]
    public void Bodies_come_back_whatever_their_size()
    {
        var random = new Random(8);
        foreach (var size in (int[])[0, 1, 100, 70_000, 300_000])
        {
            var body = new byte[size];
            random.NextBytes(body.AsSpan(size / 2));

            Zlib.Decompress(Zlib.Compress(body), size).ShouldBe(body);
        }
    }

    [Fact]
    public void Another_size_or_damage_is_an_error()
    {
        var compressed = Zlib.Compress("some bytes"u8);

        Should.Throw<VersioningException>(() => Zlib.Decompress(compressed, 9)).Code.ShouldBe(VersioningCodes.BadPack);
        Should.Throw<VersioningException>(() => Zlib.Decompress(compressed, 11)).Code.ShouldBe(VersioningCodes.BadPack);
        Should.Throw<VersioningException>(() => Zlib.Decompress("no zlib"u8.ToArray(), 3)).Code.ShouldBe(VersioningCodes.BadPack);
    }
}
