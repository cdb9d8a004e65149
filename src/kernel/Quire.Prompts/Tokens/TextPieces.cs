using System.Globalization;
using System.Text;

namespace Quire.Prompts.Tokens;

/// <summary>Cuts a text as the published patterns of the vocabularies do, without backtracking. A lone surrogate counts as a mark.</summary>
internal readonly ref struct TextPieces(TokenPattern pattern, ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the piece that begins at <paramref name="start"/> ends.</summary>
    public int End(int start) => pattern switch
    {
        TokenPattern.Gpt2 => Contraction(start, ignoreCase: false) ?? Run(start, IsLetter, blank: true) ?? Run(start, IsNumber, blank: true) ?? Run(start, IsMark, blank: true) ?? Blanks(start),
        TokenPattern.Cl100k => Contraction(start, ignoreCase: true) ?? Word(start) ?? Digits(start) ?? Marks(start, false) ?? Lines(start) ?? Blanks(start),
        _ => new CasedWords(_text).End(start) ?? Digits(start) ?? Marks(start, true) ?? Lines(start) ?? Blanks(start),
    };

    /// <summary>The end of an apostrophe with what may follow it in a contraction; null where there is none.</summary>
    public static int? ContractionEnd(ReadOnlySpan<char> text, int start, bool ignoreCase)
    {
        if (start >= text.Length || text[start] != '\'')
            return null;
        var rest = text[(start + 1)..];
        foreach (var ending in (ReadOnlySpan<string>)["s", "t", "re", "ve", "m", "ll", "d"])
        {
            if (rest.StartsWith(ending, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                return start + 1 + ending.Length;
        }

        return ignoreCase && rest.StartsWith("\u017F") ? start + 2 : null;
    }

    /// <summary>The character at a place, and how many units it takes.</summary>
    public static Rune At(ReadOnlySpan<char> text, int index, out int length)
    {
        Rune.DecodeFromUtf16(text[index..], out var rune, out length);
        return rune;
    }

    /// <summary>Whether it is a letter.</summary>
    public static bool IsLetter(Rune rune) => Rune.IsLetter(rune);

    /// <summary>Whether it is a number of any kind.</summary>
    public static bool IsNumber(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Whether a word may have it before its first letter.</summary>
    public static bool MayLead(Rune rune) => rune.Value is not ('\r' or '\n') && !IsLetter(rune) && !IsNumber(rune);

    private static bool IsMark(Rune rune) => !Rune.IsWhiteSpace(rune) && !IsLetter(rune) && !IsNumber(rune);

    private int? Contraction(int start, bool ignoreCase) => ContractionEnd(_text, start, ignoreCase);

    private int RunEnd(int start, Func<Rune, bool> belongs)
    {
        var end = start;
        while (end < _text.Length && belongs(At(_text, end, out var length)))
            end += length;
        return end;
    }

    private int? Run(int start, Func<Rune, bool> belongs, bool blank)
    {
        var from = blank && _text[start] == ' ' ? start + 1 : start;
        var end = RunEnd(from, belongs);
        return end > from ? end : null;
    }

    private int? Word(int start)
    {
        var lead = MayLead(At(_text, start, out var length)) ? start + length : start;
        var end = RunEnd(lead, IsLetter);
        return end > lead ? end : null;
    }

    private int? Digits(int start)
    {
        var end = start;
        for (var digits = 0; digits < 3 && end < _text.Length && IsNumber(At(_text, end, out var length)); digits++)
            end += length;
        return end > start ? end : null;
    }

    private int? Marks(int start, bool slashes)
    {
        if (Run(start, IsMark, blank: true) is not { } end)
            return null;
        while (end < _text.Length && (_text[end] is '\r' or '\n' || (slashes && _text[end] == '/')))
            end++;
        return end;
    }

    // Blanks up to the last line end among them.
    private int? Lines(int start)
    {
        var end = RunEnd(start, Rune.IsWhiteSpace);
        var last = _text[start..end].LastIndexOfAny('\r', '\n');
        return last < 0 ? null : start + last + 1;
    }

    // The last blank before a word belongs to the word.
    private int Blanks(int start)
    {
        var end = RunEnd(start, Rune.IsWhiteSpace);
        return end == _text.Length || end - start <= 1 ? end : end - 1;
    }
}
