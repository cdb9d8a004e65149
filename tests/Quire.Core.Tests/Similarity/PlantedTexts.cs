namespace Quire.Core.Tests.Similarity;

/// <summary>Made-up prompts of a Zipf vocabulary, among them edited copies of others.</summary>
/// <param name="Texts">The texts; the copies come last.</param>
/// <param name="Pairs">The places of each original and its copy.</param>
internal sealed record PlantedTexts(IReadOnlyList<string> Texts, IReadOnlySet<(int, int)> Pairs)
{
    private const int Vocabulary = 20_000;

    /// <summary>Makes so many texts, so many of which are copies with 1 to 20 % of their words replaced.</summary>
    public static PlantedTexts Make(Random random, int count, int copies)
    {
        var words = Words(random);
        var texts = Enumerable.Range(0, count - copies).Select(_ => Text(random, words, random.Next(60, 300))).ToList();
        var originals = Enumerable.Range(0, texts.Count).ToArray();
        random.Shuffle(originals);
        var pairs = new HashSet<(int, int)>();
        foreach (var original in originals.Take(copies))
        {
            pairs.Add((original, texts.Count));
            texts.Add(Edit(random, words, texts[original], 0.01 + (0.19 * random.NextDouble())));
        }
        return new PlantedTexts(texts, pairs);
    }

    /// <summary>The words, the most frequent first.</summary>
    public static string[] Words(Random random) =>
        [.. Enumerable.Range(0, Vocabulary).Select(rank => new string(random.GetItems("etaoinshrdlucmfwypvbgk".AsSpan(), random.Next(2, rank < 100 ? 5 : 11))))];

    /// <summary>A text of so many words.</summary>
    public static string Text(Random random, string[] words, int length) =>
        string.Join(' ', Enumerable.Range(0, length).Select(_ => Word(random, words)));

    /// <summary>The text with a share of its words replaced.</summary>
    public static string Edit(Random random, string[] words, string text, double share)
    {
        var parts = text.Split(' ');
        var places = Enumerable.Range(0, parts.Length).ToArray();
        random.Shuffle(places);
        foreach (var place in places.Take(Math.Max(1, (int)(share * parts.Length))))
            parts[place] = Word(random, words);
        return string.Join(' ', parts);
    }

    // Zipf's law with exponent 1: ranks are uniform in their logarithm.
    private static string Word(Random random, string[] words) => words[(int)Math.Pow(Vocabulary, random.NextDouble()) - 1];
}
