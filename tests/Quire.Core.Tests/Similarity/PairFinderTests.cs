using Quire.Core.Similarity;
using Quire.Testing;
using Quire.Testing.Texts;

namespace Quire.Core.Tests.Similarity;

public sealed class PairFinderTests(ITestOutputHelper output)
{
    [Fact]
    public void Planted_edits_of_1_to_20_percent_are_found_and_little_else()
    {
        var planted = PlantedTexts.Make(Seeds.NewRandom(), 1_000, 100);
        var sketches = planted.Texts.Select(text => TextSketch.Of(TextGrams.Windows(text))).ToList();
        var grams = planted.Texts.Select(TextGrams.Set).ToList();

        var found = PairFinder.Find(sketches, TextSketch.LeastAgreement(SimilarityService.DefaultLeastOfPairs), default)
            .Where(pair => TextGrams.Jaccard(grams[pair.First], grams[pair.Second]) >= SimilarityService.DefaultLeastOfPairs).ToList();

        var right = found.Count(planted.Pairs.Contains);
        output.WriteLine($"recall {right / 100.0:0.0000}, precision {(double)right / found.Count:0.0000}");
        (right / 100.0).ShouldBeGreaterThanOrEqualTo(0.9);
        ((double)right / found.Count).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void Very_many_equal_texts_do_not_make_all_pairs_of_them()
    {
        var sketch = TextSketch.Of(TextGrams.Windows("the same text in all of them"));

        var pairs = PairFinder.Find([.. Enumerable.Repeat(sketch, 500)], TextSketch.Places, default);

        // Of 124,750.
        pairs.Count.ShouldBe(5_000);
        pairs.ShouldAllBe(pair => pair.First < pair.Second);
        pairs.Distinct().Count().ShouldBe(5_000);
    }

    [Fact]
    public void Nothing_and_one_text_have_no_pairs()
    {
        PairFinder.Find([], 0, default).ShouldBeEmpty();
        PairFinder.Find([TextSketch.Of([1])], 0, default).ShouldBeEmpty();
    }
}
