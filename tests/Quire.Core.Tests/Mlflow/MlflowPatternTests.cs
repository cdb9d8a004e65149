using Quire.Core.Mlflow;

namespace Quire.Core.Tests.Mlflow;

public sealed class MlflowPatternTests
{
    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "%", true)]
    [InlineData("", "%", true)]
    [InlineData("", "", true)]
    [InlineData("", "_", false)]
    [InlineData("abc", "a%", true)]
    [InlineData("abc", "%c", true)]
    [InlineData("abc", "%b%", true)]
    [InlineData("abc", "a_c", true)]
    [InlineData("abc", "___", true)]
    [InlineData("abc", "__", false)]
    [InlineData("aab", "%ab", true)]
    [InlineData("abab", "%ab", true)]
    [InlineData("abac", "a%b%c", true)]
    [InlineData("abac", "a%c%b", false)]
    [InlineData("ABC", "abc", false)]
    [InlineData("a.c", "a.c", true)]
    [InlineData("axc", "a.c", false)]
    public void A_pattern_matches_as_sql_says(string text, string pattern, bool matches) => MlflowPattern.Matches(text, pattern, anyCase: false).ShouldBe(matches);

    [Fact]
    public void Case_counts_only_where_it_is_asked_for()
    {
        MlflowPattern.Matches("Grüße", "GRÜ%", anyCase: true).ShouldBeTrue();
        MlflowPattern.Matches("Grüße", "GRÜ%", anyCase: false).ShouldBeFalse();
    }
}
