using System.Globalization;
using System.Text;

namespace Quire.Prompts.Tokens;

/// <summary>
/// Words of the pattern that looks at capitals: capitals, then small letters, at least one of the latter where it can be had; else capitals alone.
/// Letters without case and combining marks are both.
/// </summary>
internal readonly ref struct CasedWords(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>The end of the word, its contraction included; null where there is no word.</summary>
    public int? End(int start)
    {
        var lead = TextPieces.MayLead(TextPieces.At(_text, start, out var length)) ? start + length : start;
        var end = WithSmall(lead) ?? (lead > start ? WithSmall(start) : null) ?? Capitals(lead) ?? (lead > start ? Capitals(start) : null);
        return end is { } found ? TextPieces.ContractionEnd(_text, found, ignoreCase: true) ?? found : null;
    }

    private static bool IsBoth(UnicodeCategory category) => category is UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsCapital(Rune rune) => Rune.GetUnicodeCategory(rune) is var category
        && (category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter || IsBoth(category));

    private static bool IsSmall(Rune rune) => Rune.GetUnicodeCategory(rune) is var category && (category == UnicodeCategory.LowercaseLetter || IsBoth(category));

    // Any capitals, then small letters. Where none follow, the last capital that is both is one.
    private int? WithSmall(int start)
    {
        var (end, lastBoth) = (start, -1);
        for (int length; end < _text.Length && TextPieces.At(_text, end, out length) is var rune && IsCapital(rune); end += length)
        {
            if (IsSmall(rune))
                lastBoth = end + length;
        }

        var small = end;
        while (small < _text.Length && IsSmall(TextPieces.At(_text, small, out var length)))
            small += length;
        return small > end ? small : lastBoth >= 0 ? lastBoth : null;
    }

    // Only asked where no small letter can be had, so that all of them are capitals.
    private int? Capitals(int start)
    {
        var end = start;
        while (end < _text.Length && IsCapital(TextPieces.At(_text, end, out var length)))
            end += length;
        return end > start ? end : null;
    }
}
