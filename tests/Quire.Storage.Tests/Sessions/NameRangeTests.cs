using System.Text;
using Quire.Storage.Sessions;
using Quire.Testing;

namespace Quire.Storage.Tests.Sessions;

public sealed class NameRangeTests
{
    [Theory]
    [InlineData("", null, "", true, null)]
    [InlineData("a/", null, "a/", true, "a0")]
    [InlineData("a/", "a/x", "a/x", false, "a0")]
    [InlineData("a/", "a/", "a/", false, "a0")]
    [InlineData("b", "a", "b", true, "c")]
    [InlineData("\uD7FF", null, "\uD7FF", true, "\uE000")]
    [InlineData("a\U0010FFFF", null, "a\U0010FFFF", true, "b")]
    [InlineData("\U0010FFFF", null, "\U0010FFFF", true, null)]
    public void A_range_has_two_ends(string prefix, string? after, string lower, bool inclusive, string? upper)
    {
        var range = NameRange.Of(prefix, after);

        range.Lower.ShouldBe(lower);
        range.Inclusive.ShouldBe(inclusive);
        range.Upper.ShouldBe(upper);
        range.Condition("x").ShouldBe($"x {(inclusive ? ">=" : ">")} @lower{(upper is null ? "" : " AND x < @upper")}");
    }

    [Fact]
    public void A_range_holds_exactly_the_names_with_the_prefix_after_the_cursor()
    {
        var random = Seeds.NewRandom();
        for (var round = 0; round < 20_000; round++)
        {
            var (prefix, after, name) = (Name(random), random.Next(3) == 0 ? null : Name(random), Name(random));
            var range = NameRange.Of(prefix, after);

            var inside = Compare(name, range.Lower) >= (range.Inclusive ? 0 : 1) && (range.Upper is null || Compare(name, range.Upper) < 0);

            inside.ShouldBe(name.StartsWith(prefix, StringComparison.Ordinal) && (after is null || Compare(name, after) > 0), $"'{prefix}' '{after}' '{name}'");
        }
    }

    private static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    private static string Name(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => ((string[])["a", "b", "/", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "\U0010FFFF"])[random.Next(8)]));
}
