namespace Quire.Core.Similarity;

/// <summary>
/// The character n-grams of a text, as a set of hashes: windows of five letters of its words in lower case, with one space between words, so that
/// layout and punctuation do not count.
/// </summary>
public static class TextGrams
{
    /// <summary>The letters of one n-gram.</summary>
    public const int Size = 5;

    /// <summary>The longest part of a text that is looked at, in characters.</summary>
    public const int MaxLength = 100_000;

    /// <summary>The hashes, ascending, each once. A text shorter than an n-gram is one n-gram; one without letters and digits has none.</summary>
    public static uint[] Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = Normal(text.AsSpan(0, Math.Min(text.Length, MaxLength)));
        if (letters.Length == 0)
            return [];
        if (letters.Length <= Size)
            return [Hash(letters)];
        var grams = new uint[letters.Length - Size + 1];
        for (var start = 0; start < grams.Length; start++)
            grams[start] = Hash(letters.Slice(start, Size));
        Array.Sort(grams);
        return Distinct(grams);
    }

    /// <summary>How much two sets have in common, from 0 to 1: Jaccard's index. Two empty sets have nothing in common.</summary>
    /// <param name="left">Hashes, ascending.</param>
    /// <param name="right">Hashes, ascending.</param>
    public static double Jaccard(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            var order = left[i].CompareTo(right[j]);
            if (order == 0)
                common++;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }
        var all = left.Length + right.Length - common;
        return all == 0 ? 0 : (double)common / all;
    }

    private static ReadOnlySpan<char> Normal(ReadOnlySpan<char> text)
    {
        var letters = new char[text.Length];
        var length = 0;
        foreach (var sign in text)
        {
            if (char.IsLetterOrDigit(sign))
                letters[length++] = char.ToLowerInvariant(sign);
            else if (length > 0 && letters[length - 1] != ' ')
                letters[length++] = ' ';
        }
        return letters.AsSpan(0, length).TrimEnd(' ');
    }

    // FNV-1a over UTF-16, with a last mix so that the high bits are worth something.
    private static uint Hash(ReadOnlySpan<char> gram)
    {
        var hash = 2166136261u;
        foreach (var sign in gram)
            hash = (hash ^ sign) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6du;
        return hash ^ (hash >> 13);
    }

    private static uint[] Distinct(uint[] sorted)
    {
        var length = 1;
        for (var place = 1; place < sorted.Length; place++)
        {
            if (sorted[place] != sorted[length - 1])
                sorted[length++] = sorted[place];
        }
        return sorted[..length];
    }
}
