using Quire.Core.Similarity;

namespace Quire.Core.Tests.Similarity;

public sealed class TextGramsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n---!", 0)]
    [InlineData("Hi", 1)]
    [InlineData("hello", 1)]
    [InlineData("hello!", 1)]
    [InlineData("aaaaaaaaaaaaaa", 1)]
    [InlineData("abcdef", 2)]
    [InlineData("🙂🙃", 1)]
    public void A_text_has_as_many_different_n_grams_as_windows_of_its_letters(string text, int count) => TextGrams.Set(text).Length.ShouldBe(count);

    [Fact]
    public void Case_layout_and_punctuation_do_not_count() =>
        TextGrams.Set("You ARE a helpful\n\n  assistant.").ShouldBe(TextGrams.Set("you are (a) helpful assistant"));

    [Fact]
    public void The_index_is_what_is_common_by_what_there_is()
    {
        TextGrams.Jaccard(TextGrams.Set("abcdef"), TextGrams.Set("bcdefg")).ShouldBe(1 / 3.0);
        TextGrams.Jaccard(TextGrams.Set("abcdef"), []).ShouldBe(0);
        TextGrams.Jaccard([], []).ShouldBe(0);
    }

    [Fact]
    public void Only_the_beginning_of_a_long_text_counts()
    {
        var beginning = string.Concat(Enumerable.Range(0, TextGrams.MaxLength / 5).Select(number => $"{number:0000} "));

        TextGrams.Set(beginning + "and more").ShouldBe(TextGrams.Set(beginning));
    }
}
