using Quire.Core.Similarity;
using Quire.Testing;

namespace Quire.Core.Tests.Similarity;

public sealed class SimilarTextsTests
{
    [Fact]
    public void Planted_edits_of_1_to_20_percent_are_found_and_little_else()
    {
        var texts = PlantedTexts.Make(Seeds.NewRandom(), 2_000, 200);

        var (recall, precision) = Measure(texts);

        TestContext.Current.TestOutputHelper?.WriteLine($"recall {recall:0.0000}, precision {precision:0.0000}");
        recall.ShouldBeGreaterThanOrEqualTo(0.9);
        precision.ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void The_agreement_of_sketches_is_about_the_exact_index()
    {
        var random = Seeds.NewRandom();
        var words = PlantedTexts.Words(random);
        for (var round = 0; round < 50; round++)
        {
            var text = PlantedTexts.Text(random, words, 300);
            var (left, right) = (TextGrams.Of(text), TextGrams.Of(PlantedTexts.Edit(random, words, text, random.NextDouble())));
            var exact = TextGrams.Jaccard(left, right);
            // Six standard errors: one failure in some hundred million.
            TextSketch.Of(left)!.Agreement(TextSketch.Of(right)!).ShouldBe(exact, 0.28);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n---!", 0)]
    [InlineData("Hi", 1)]
    [InlineData("hello", 1)]
    [InlineData("hello!", 1)]
    [InlineData("aaaaaaaaaaaaaa", 1)]
    [InlineData("abcdef", 2)]
    public void A_text_has_as_many_different_n_grams_as_windows_of_its_letters(string text, int count) => TextGrams.Of(text).Length.ShouldBe(count);

    [Fact]
    public void Case_layout_and_punctuation_do_not_count()
    {
        TextGrams.Of("You ARE a helpful\n\n  assistant.").ShouldBe(TextGrams.Of("you are (a) helpful assistant"));
        TextGrams.Jaccard(TextGrams.Of("abcdef"), TextGrams.Of("bcdefg")).ShouldBe(1 / 3.0);
        TextGrams.Jaccard([], []).ShouldBe(0);
        TextSketch.Of([]).ShouldBeNull();
    }

    [Fact]
    public void A_thousand_equal_texts_do_not_make_all_pairs_of_them()
    {
        var grams = TextGrams.Of("the same text in all of them");
        var texts = new SimilarTexts([.. Enumerable.Repeat(TextSketch.Of(grams), 1_000)], _ => grams);

        var pairs = texts.Pairs(1);

        pairs.Count.ShouldBeInRange(1_000, 200_000);
        pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Count().ShouldBe(1_000);
    }

    private static (double Recall, double Precision) Measure(PlantedTexts planted)
    {
        var grams = planted.Texts.Select(TextGrams.Of).ToList();
        var found = new SimilarTexts([.. grams.Select(set => TextSketch.Of(set))], text => grams[text]).Pairs(SimilarityService.DefaultLeast);
        var right = found.Count(pair => planted.Pairs.Contains((pair.First, pair.Second)));
        return ((double)right / planted.Pairs.Count, found.Count == 0 ? 0 : (double)right / found.Count);
    }
}
