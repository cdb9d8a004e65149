using Quire.Versioning.Packs;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Packs;

public sealed class DeltaTests
{
    [Fact]
    public void Applying_what_was_made_gives_the_result_for_any_bytes()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var body = RandomText.New(random);
            var result = random.Next(4) == 0 ? RandomText.New(random) : RandomText.Change(random, body);

            var delta = Delta.Encode(body, result);

            Delta.Apply(body, delta).ShouldBe(result, $"seed {seed}");
            Delta.ResultSize(delta).ShouldBe(result.Length);
        }
    }

    [Fact]
    public void A_small_change_of_a_large_tree_makes_a_small_delta()
    {
        var body = new byte[300_000];
        new Random(1).NextBytes(body);
        byte[] result = [.. body[..120_000], 1, 2, 3, .. body[120_020..]];

        var delta = Delta.Encode(body, result);

        delta.Length.ShouldBeLessThan(100);
        Delta.Apply(body, delta).ShouldBe(result);
    }

    [Fact]
    public void A_result_that_is_too_large_is_refused_before_it_is_made() =>
        Should.Throw<VersioningException>(() => Delta.Apply("base"u8, Delta.Encode("base"u8, new byte[1000]), 999)).Code.ShouldBe(VersioningCodes.LimitExceeded);
}
