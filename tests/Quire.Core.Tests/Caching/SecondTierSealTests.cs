using Quire.Core.Caching;

namespace Quire.Core.Tests.Caching;

public sealed class SecondTierSealTests
{
    private static readonly CacheKey Key = new(1, Hash256.Of("a"));
    private static readonly byte[] Content = "Be clear."u8.ToArray();

    [Fact]
    public void What_was_sealed_opens_under_the_same_secret_and_key()
    {
        Seal("secret-secret-secret").Open(Key, Seal("secret-secret-secret").Seal(Key, Content)).ShouldBe(Content);
        Seal("secret-secret-secret").Open(Key, Seal("secret-secret-secret").Seal(Key, [])).ShouldBe([]);
    }

    [Fact]
    public void Nothing_else_opens()
    {
        var seal = Seal("secret-secret-secret");
        var sealed1 = seal.Seal(Key, Content);

        Seal("another-secret-text").Open(Key, sealed1).ShouldBeNull();
        seal.Open(new CacheKey(2, Key.Hash), sealed1).ShouldBeNull();
        seal.Open(new CacheKey(1, Hash256.Of("b")), sealed1).ShouldBeNull();
        seal.Open(Key, []).ShouldBeNull();
        seal.Open(Key, Content).ShouldBeNull();
        seal.Open(Key, sealed1.AsSpan(0, sealed1.Length - 1)).ShouldBeNull();
    }

    [Fact]
    public void A_single_changed_bit_anywhere_is_noticed()
    {
        var seal = Seal("secret-secret-secret");
        var bytes = seal.Seal(Key, Content);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            seal.Open(Key, bytes).ShouldBeNull();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        seal.Open(Key, bytes).ShouldBe(Content);
    }

    [Fact]
    public void The_text_cannot_be_read_from_outside() =>
        Seal("secret-secret-secret").Seal(Key, Content).AsSpan().IndexOf("clear"u8).ShouldBe(-1);

    [Fact]
    public void A_secret_that_is_too_short_is_refused() => Should.Throw<ArgumentException>(() => Seal("short"));

    private static SecondTierSeal Seal(string secret) => new(System.Text.Encoding.UTF8.GetBytes(secret));
}
