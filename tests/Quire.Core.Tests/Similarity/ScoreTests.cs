using Quire.Core.Similarity;
using Quire.Testing;

namespace Quire.Core.Tests.Similarity;

/// <summary>What scores are among real prompts, so that the least ones that are looked for mean something.</summary>
public sealed class ScoreTests(ITestOutputHelper output)
{
    [Fact]
    public void Real_prompts_share_little_with_others_and_half_with_what_they_were_where_one_word_in_five_changed()
    {
        var random = Seeds.NewRandom();
        using var fabric = new FabricHistory();
        var texts = fabric.Patterns().Select(pattern => pattern.Text).ToList();
        var words = texts.SelectMany(text => text.Split(' ')).ToArray();
        var grams = texts.ConvertAll(TextGrams.Set);

        var apart = Enumerable.Range(0, 2_000).Select(_ => random.GetItems(grams.ToArray(), 2)).Where(two => two[0] != two[1]).Select(two => TextGrams.Jaccard(two[0], two[1])).Order().ToList();
        var changed = texts.Where(text => text.Length > 500).Select(text => TextGrams.Jaccard(TextGrams.Set(text), TextGrams.Set(Change(random, text, words)))).Order().ToList();

        output.WriteLine($"others: median {apart[apart.Count / 2]:0.00}, p95 {apart[apart.Count * 95 / 100]:0.00}; one word in five changed: lowest {changed[0]:0.00}, median {changed[changed.Count / 2]:0.00}");
        apart[apart.Count * 95 / 100].ShouldBeLessThan(SimilarityService.DefaultLeastOfPairs);
        changed[changed.Count / 20].ShouldBeGreaterThan(SimilarityService.DefaultLeastOfPairs);
    }

    private static string Change(Random random, string text, string[] words)
    {
        var parts = text.Split(' ');
        var places = Enumerable.Range(0, parts.Length).ToArray();
        random.Shuffle(places);
        foreach (var place in places.Take(parts.Length / 5))
            parts[place] = words[random.Next(words.Length)];
        return string.Join(' ', parts);
    }
}
