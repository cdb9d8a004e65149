using Quire.Core.Similarity;
using Quire.Testing;
using Quire.Testing.Texts;

namespace Quire.Core.Tests.Similarity;

public sealed class TextSketchTests
{
    [Fact]
    public void The_agreement_of_sketches_is_about_the_exact_index()
    {
        var random = Seeds.NewRandom();
        var errors = new List<double>();
        for (var round = 0; round < 100; round++)
        {
            // Words of its own, because what the errors of two rounds have in common does not cancel out.
            var words = new MadeUpWords(random, 500);
            var text = words.Text(300);
            var edited = words.Edit(text, random.NextDouble());
            var exact = TextGrams.Jaccard(TextGrams.Set(text), TextGrams.Set(edited));
            var agreement = TextSketch.Agreement(TextSketch.Of(TextGrams.Windows(text)), TextSketch.Of(TextGrams.Windows(edited)));
            errors.Add(((double)agreement / TextSketch.Places) - exact);
        }

        // One estimate has a standard error of at most 0.0442, so the mean of 100 has one of 0.0044: six of them, once in some hundred million runs.
        Math.Abs(errors.Average()).ShouldBeLessThan(0.027);
        errors.Max(Math.Abs).ShouldBeLessThan(0.28);
    }

    [Fact]
    public void Sketches_agree_wholly_with_themselves_and_hardly_with_others()
    {
        var (one, other) = (TextSketch.Of([1, 2, 3]), TextSketch.Of([4, 5, 6]));

        TextSketch.Agreement(one, TextSketch.Of([3, 2, 1, 1])).ShouldBe(TextSketch.Places);
        TextSketch.Agreement(one, other).ShouldBeLessThan(3);
    }

    [Theory]
    [InlineData(1, 128)]
    [InlineData(0.4, 35)]
    [InlineData(0, 0)]
    public void What_is_looked_for_may_agree_less_than_its_index_says(double index, int least) => TextSketch.LeastAgreement(index).ShouldBe(least);
}
