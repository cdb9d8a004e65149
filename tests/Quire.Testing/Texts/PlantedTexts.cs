namespace Quire.Testing.Texts;

/// <summary>Made-up prompts of a Zipf vocabulary, among them edited copies of others. Every fourth begins with one of a few paragraphs that many share.</summary>
/// <param name="Texts">The texts, in no order.</param>
/// <param name="Pairs">The places of each original and its copy, the smaller first.</param>
public sealed record PlantedTexts(IReadOnlyList<string> Texts, IReadOnlySet<(int First, int Second)> Pairs)
{
    private const int Vocabulary = 20_000;
    private const int SharedParagraphs = 20;

    /// <summary>Makes so many texts, so many of which are copies with 1 to 20 % of their words replaced, left out or added.</summary>
    public static PlantedTexts Make(Random random, int count, int copies)
    {
        var words = new MadeUpWords(random, Vocabulary);
        var shared = Enumerable.Range(0, SharedParagraphs).Select(_ => words.Text(30)).ToArray();
        var texts = Enumerable.Range(0, count - copies).Select(number => (number % 4 == 0 ? shared[random.Next(SharedParagraphs)] + ".\n\n" : "") + words.Text(random.Next(60, 300))).ToList();
        var originals = Enumerable.Range(0, texts.Count).ToArray();
        random.Shuffle(originals);
        foreach (var original in originals.Take(copies))
            texts.Add(words.Edit(texts[original], 0.01 + (0.19 * random.NextDouble())));
        return Shuffled(random, texts, originals.Take(copies).Select((original, copy) => (original, count - copies + copy)));
    }

    private static PlantedTexts Shuffled(Random random, List<string> texts, IEnumerable<(int, int)> pairs)
    {
        var places = Enumerable.Range(0, texts.Count).ToArray();
        random.Shuffle(places);
        var shuffled = new string[texts.Count];
        for (var text = 0; text < places.Length; text++)
            shuffled[places[text]] = texts[text];
        return new PlantedTexts(shuffled, pairs.Select(pair => (Math.Min(places[pair.Item1], places[pair.Item2]), Math.Max(places[pair.Item1], places[pair.Item2]))).ToHashSet());
    }
}
