using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Quire.Core.Search;

/// <summary>Cuts texts into words: runs of letters, digits and marks, in lower case and without accents. The same for both databases.</summary>
internal static class WordCutter
{
    /// <summary>What is kept of a longer word.</summary>
    public const int Longest = 64;

    // Each family: the plain letter, then those that are taken for it.
    private static readonly FrozenDictionary<char, char> Accented = Table(
        "aàáâãäåāăą", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņňŉ", "oòóôõöøōŏő", "rŕŗř", "sśŝşšș", "tţťŧț",
        "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž");

    /// <summary>The words of a text, in order.</summary>
    public static List<SearchWord> Cut(string text, int limit = int.MaxValue)
    {
        var words = new List<SearchWord>();
        for (var place = 0; place < text.Length && words.Count < limit;)
        {
            var start = place;
            while (place < text.Length && Rune.TryGetRuneAt(text, place, out var rune) && BelongsToWord(rune))
                place += rune.Utf16SequenceLength;
            if (place == start)
                place++;
            else if (Fold(text.AsSpan(start, place - start)) is { Length: > 0 } folded)
                words.Add(new SearchWord(folded, start, place - start));
        }
        return words;
    }

    private static bool BelongsToWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            if (folded.Length + 2 > Longest)
                break;
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
                folded.Append(Plain(Rune.ToLowerInvariant(rune)));
        }
        return folded.ToString();
    }

    private static Rune Plain(Rune letter) => letter.IsBmp && Accented.TryGetValue((char)letter.Value, out var plain) ? new Rune(plain) : letter;

    // The process has no tables of Unicode decompositions (invariant globalization); Latin letters are what accents are left off from.
    private static FrozenDictionary<char, char> Table(params string[] families) =>
        families.SelectMany(family => family[1..].Select(letter => (Letter: letter, Plain: family[0]))).ToFrozenDictionary(pair => pair.Letter, pair => pair.Plain);
}
