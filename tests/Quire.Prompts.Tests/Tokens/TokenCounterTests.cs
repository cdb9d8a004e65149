using Quire.Prompts.Tokens;

namespace Quire.Prompts.Tests.Tokens;

public sealed class TokenCounterTests
{
    private static readonly TokenCounter Counter = new([KeyValuePair.Create("gpt-4*", Vocabularies.Of(TokenPattern.Cl100k, "ab", "abc")), KeyValuePair.Create("mine", Vocabularies.Of(TokenPattern.Gpt2))]);

    [Theory]
    [InlineData("gpt-4o", 1, "small")]
    [InlineData("GPT-4", 1, "small")]
    [InlineData("mine", 3, "small")]
    [InlineData("mine-2", 1, null)]
    [InlineData(null, 1, null)]
    public void The_model_decides_what_counts(string? model, long tokens, string? vocabulary)
    {
        var count = Counter.Count("abc", model);
        count.ShouldBe(new TokenCount(tokens, vocabulary));
        count.IsExact.ShouldBe(vocabulary is not null);
        count.Error.ShouldBe(vocabulary is null ? TokenEstimate.MeasuredError : 0);
        Counter.IsExact(model).ShouldBe(vocabulary is not null);
    }

    [Fact]
    public void A_star_counts_for_every_model_and_for_none() =>
        new TokenCounter([KeyValuePair.Create("*", Vocabularies.Of(TokenPattern.Gpt2))]).Count(["ab", "c"]).ShouldBe(new TokenCount(3, "small"));
}
