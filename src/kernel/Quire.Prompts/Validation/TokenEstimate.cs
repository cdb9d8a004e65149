using System.Text;

namespace Quire.Prompts.Validation;

/// <summary>
/// An estimate of how many tokens a model counts, without any vocabulary: words by length, digits by threes, marks and other
/// scripts by character. It is meant for ceilings and lists, not for bills.
/// </summary>
public static class TokenEstimate
{
    /// <summary>The estimated number of tokens; 0 for an empty text.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (tokens, word, digits, blanks) = (0.0, 0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != ' ')
                blanks = 0;
            var isWord = rune.IsAscii && Rune.IsLetter(rune);
            var isDigit = rune.IsAscii && Rune.IsDigit(rune);
            if (!isWord)
                tokens += Word(ref word);
            if (!isDigit)
                tokens += Digits(ref digits);
            if (isWord)
                word++;
            else if (isDigit)
                digits++;
            else
                tokens += Other(rune, ref blanks);
        }

        return (int)Math.Ceiling(tokens + Word(ref word) + Digits(ref digits));
    }

    // Common words are one token; longer ones fall into pieces of about six letters.
    private static double Word(ref int length)
    {
        var tokens = length == 0 ? 0 : length <= 8 ? 1 : length / 6.0;
        length = 0;
        return tokens;
    }

    private static double Digits(ref int length)
    {
        var tokens = Math.Ceiling(length / 3.0);
        length = 0;
        return tokens;
    }

    private static double Other(Rune rune, ref int blanks)
    {
        if (rune.Value == ' ')
        {
            // One blank belongs to the word behind it; runs of blanks are indentation and join.
            blanks++;
            return blanks == 2 ? 1 : 0;
        }

        blanks = 0;
        return rune.Value switch
        {
            '\n' => 0.6,
            < 0x80 => 0.8,
            < 0x250 => 0.7,
            < 0x2E80 => 0.6,
            < 0x10000 => 1.0,
            _ => 2.0,
        };
    }
}
