using Quire.Prompts.Validation;

namespace Quire.Prompts.Tests.Validation;

public sealed class TokenEstimateTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hello", 1)]
    [InlineData("hello world", 2)]
    [InlineData("one two three four five", 5)]
    [InlineData("internationalization", 4)]
    [InlineData("12345", 2)]
    [InlineData("你好世界", 4)]
    [InlineData("😀", 2)]
    public void An_estimate_follows_words_digits_and_scripts(string text, int tokens) => TokenEstimate.Of(text).ShouldBe(tokens);

    [Fact]
    public void An_estimate_grows_with_the_text()
    {
        const string Text = "You are a careful assistant. Answer in one paragraph of at most 120 words, naïve café, привет!\n    - be kind\n";
        var one = TokenEstimate.Of(Text);
        one.ShouldBeInRange(20, 50);
        TokenEstimate.Of(Text + Text).ShouldBeInRange((2 * one) - 2, (2 * one) + 2);
    }

    [Fact]
    public void Indentation_counts_less_than_words() => TokenEstimate.Of(new string(' ', 400) + "x").ShouldBeLessThan(10);
}
