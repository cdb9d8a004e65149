namespace Quire.Core.Similarity;

/// <summary>
/// The character n-grams of a text, as hashes: windows of five letters of its words in lower case, with one space between words, so that layout and
/// punctuation do not count.
/// </summary>
internal static class TextGrams
{
    /// <summary>The letters of one n-gram.</summary>
    public const int Size = 5;

    /// <summary>The longest part of a text that is looked at, in characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>A hash for each window, in order. A text shorter than an n-gram is one n-gram; one without letters and digits has none.</summary>
    public static uint[] Windows(string text)
    {
        var letters = Letters(text);
        if (letters.Length == 0)
            return [];
        var windows = new uint[Math.Max(1, letters.Length - Size + 1)];
        for (var start = 0; start < windows.Length; start++)
            windows[start] = Hash(letters.Slice(start, Math.Min(Size, letters.Length)));
        return windows;
    }

    /// <summary>The set of them: ascending, each once.</summary>
    public static uint[] Set(string text)
    {
        var windows = Windows(text);
        Array.Sort(windows);
        return Distinct(windows);
    }

    /// <summary>How much two sets have in common, from 0 to 1: Jaccard's index. Two empty sets have nothing in common.</summary>
    /// <param name="left">Hashes, ascending, each once.</param>
    /// <param name="right">Hashes, ascending, each once.</param>
    public static double Jaccard(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        var common = Common(left, right);
        var all = left.Length + right.Length - common;
        return all == 0 ? 0 : (double)common / all;
    }

    /// <summary>The hash of a few characters: FNV-1a over UTF-16, with a last mix so that every bit is worth something.</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var sign in text)
            hash = (hash ^ sign) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6du;
        return hash ^ (hash >> 13);
    }

    /// <summary>The words of a text in lower case, with one space between them.</summary>
    // What is beyond the first 65,536 characters of Unicode comes in two halves, and counts as letters.
    public static ReadOnlySpan<char> Letters(string text)
    {
        var letters = new char[Math.Min(text.Length, MaxLength)];
        var length = 0;
        foreach (var sign in text.AsSpan(0, letters.Length))
        {
            if (char.IsLetterOrDigit(sign) || char.IsSurrogate(sign))
                letters[length++] = char.ToLowerInvariant(sign);
            else if (length > 0 && letters[length - 1] != ' ')
                letters[length++] = ' ';
        }
        return letters.AsSpan(0, length).TrimEnd(' ');
    }

    private static int Common(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
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
        return common;
    }

    private static uint[] Distinct(uint[] sorted)
    {
        var length = Math.Min(1, sorted.Length);
        for (var place = 1; place < sorted.Length; place++)
        {
            if (sorted[place] != sorted[length - 1])
                sorted[length++] = sorted[place];
        }
        return sorted[..length];
    }
}
