using Quire.Testing.Traffic;

namespace Quire.Testing.Texts;

/// <summary>A vocabulary of made-up words that are used as often as those of a language: by Zipf's law.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="count">How many words there are.</param>
public sealed class MadeUpWords(Random random, int count)
{
    private const int Frequent = 100;

    private readonly Zipf _ranks = new(count, 1);

    // Frequent words are short.
    private readonly string[] _words = [.. Enumerable.Range(0, count).Select(rank => new string(random.GetItems("etaoinshrdlucmfwypvbgk".AsSpan(), random.Next(2, rank < Frequent ? 5 : 11))))];

    /// <summary>A word.</summary>
    public string Next() => _words[_ranks.Next(random)];

    /// <summary>A text of so many words.</summary>
    public string Text(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => Next()));

    /// <summary>The text with a share of its words replaced, left out or followed by another one; at least one.</summary>
    public string Edit(string text, double share)
    {
        var parts = text.Split(' ');
        var places = Enumerable.Range(0, parts.Length).ToArray();
        random.Shuffle(places);
        foreach (var place in places.Take(Math.Max(1, (int)(share * parts.Length))))
        {
            parts[place] = random.Next(4) switch
            {
                0 => "",
                1 => $"{parts[place]} {Next()}",
                _ => Next(),
            };
        }
        return string.Join(' ', parts);
    }
}
