namespace Quire.Core.Similarity;

/// <summary>
/// The words that say what a prompt is about: of the different words of its text and description the 128 whose hashes are smallest, so that of two prompts
/// the same words are kept.
/// </summary>
internal static class WordSample
{
    /// <summary>The most words that are kept of one prompt.</summary>
    public const int Most = 128;

    private const int ShortestWord = 3;

    /// <summary>The hashes of the words, ascending.</summary>
    public static uint[] Of(PromptText prompt)
    {
        var letters = Letters(prompt);
        var words = new HashSet<uint>();
        foreach (var word in letters.Split(' '))
        {
            if (letters[word].Length >= ShortestWord)
                words.Add(TextGrams.Hash(letters[word]));
        }
        return [.. words.Order().Take(Most)];
    }

    /// <summary>The words of a prompt that have these hashes, by hash.</summary>
    public static IReadOnlyDictionary<uint, string> Named(PromptText prompt, IReadOnlySet<uint> hashes)
    {
        var letters = Letters(prompt);
        var named = new Dictionary<uint, string>();
        foreach (var word in letters.Split(' '))
        {
            if (TextGrams.Hash(letters[word]) is var hash && hashes.Contains(hash))
                named.TryAdd(hash, letters[word].ToString());
        }
        return named;
    }

    private static ReadOnlySpan<char> Letters(PromptText prompt) => TextGrams.Letters($"{prompt.Description}\n{prompt.Body}");
}
