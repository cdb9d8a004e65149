using System.Globalization;
using System.Text;

namespace Quire.Templating.Values;

/// <summary>Case of letters by Unicode's full rules, where one letter may become several; independent of any culture.</summary>
internal static partial class PythonCase
{
    private static readonly Dictionary<char, string> UpperSpecial = Read(UpperTable);

    private static readonly Dictionary<char, string> TitleSpecial = Read(TitleTable);

    private static readonly Dictionary<string, string> Folds = ReadFolds(FoldTable);

    public static string Upper(string text) => Ascii.IsValid(text) ? text.ToUpperInvariant() : Special(text.ToUpperInvariant(), text, UpperSpecial);

    public static string Lower(string text)
    {
        var lower = text.ToLowerInvariant();
        return Ascii.IsValid(text) || text.AsSpan().IndexOfAny('\u0130', '\u03a3') < 0 ? lower : LowerSpecial(text);
    }

    public static string Capitalize(string text)
    {
        if (text.Length == 0) return "";
        var width = CodePoints.Width(text, 0);
        return TitleFirst(text, 0, width) + Lower(text)[LowerWidth(text, width)..];
    }

    /// <summary>Python's <c>str.title</c>: a word begins wherever a letter follows what is no letter.</summary>
    public static string Title(string text)
    {
        var result = new StringBuilder(text.Length);
        var inWord = false;
        for (var i = 0; i < text.Length;)
        {
            var width = CodePoints.Width(text, i);
            result.Append(inWord ? LowerAt(text, i, width) : TitleFirst(text, i, width));
            inWord = IsCased(CodePoints.CodeAt(text, i));
            i += width;
        }
        return result.ToString();
    }

    public static string Swap(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var width = CodePoints.Width(text, i);
            var part = text.Substring(i, width);
            var code = CodePoints.CodeAt(text, i);
            result.Append(IsUpper(code) ? LowerAt(text, i, width) : IsLower(code) ? Upper(part) : part);
            i += width;
        }
        return result.ToString();
    }

    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var width = CodePoints.Width(text, i);
            var part = text.Substring(i, width);
            result.Append(Folds.TryGetValue(part, out var folded) ? folded : part == "\u0130" ? "i\u0307" : part.ToLowerInvariant());
            i += width;
        }
        return result.ToString();
    }

    public static bool IsUpper(int code) => Category(code) == UnicodeCategory.UppercaseLetter || code is >= 0x2160 and <= 0x216F or >= 0x24B6 and <= 0x24CF or >= 0x1F130 and <= 0x1F149 or >= 0x1F150 and <= 0x1F169 or >= 0x1F170 and <= 0x1F189;

    public static bool IsLower(int code) =>
        Category(code) == UnicodeCategory.LowercaseLetter || code is 0xAA or 0xBA or >= 0x2B0 and <= 0x2B8 or 0x2C0 or 0x2C1 or >= 0x2E0 and <= 0x2E4 or 0x345 or 0x37A or >= 0x1D2C and <= 0x1D6A
            or 0x1D78 or >= 0x1D9B and <= 0x1DBF or 0x2071 or 0x207F or >= 0x2090 and <= 0x209C or >= 0x2170 and <= 0x217F or >= 0x24D0 and <= 0x24E9 or 0x2C7C or 0x2C7D or 0xA69C or 0xA69D or 0xA770
            or 0xA7F8 or 0xA7F9 or >= 0xAB5C and <= 0xAB5F;

    public static bool IsCased(int code) => IsUpper(code) || IsLower(code) || Category(code) == UnicodeCategory.TitlecaseLetter;

    private static UnicodeCategory Category(int code) => CharUnicodeInfo.GetUnicodeCategory(code);

    private static string Special(string mapped, string text, Dictionary<char, string> table)
    {
        StringBuilder? result = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (table.TryGetValue(text[i], out var several))
            {
                result ??= new StringBuilder(text.Length + 8).Append(mapped, 0, i);
                result.Append(several);
            }
            else result?.Append(mapped[i]);
        }
        return result?.ToString() ?? mapped;
    }

    private static string TitleFirst(string text, int at, int width)
    {
        if (width == 1 && TitleSpecial.TryGetValue(text[at], out var special)) return special;
        return Upper(text.Substring(at, width));
    }

    private static string LowerAt(string text, int at, int width) => text[at] switch
    {
        '\u0130' => "i\u0307",
        '\u03a3' => IsFinalSigma(text, at) ? "\u03c2" : "\u03c3",
        _ => text.Substring(at, width).ToLowerInvariant(),
    };

    private static int LowerWidth(string text, int width) => text[0] == '\u0130' ? 2 : width;

    private static string LowerSpecial(string text)
    {
        var result = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length;)
        {
            var width = CodePoints.Width(text, i);
            result.Append(LowerAt(text, i, width));
            i += width;
        }
        return result.ToString();
    }

    /// <summary>A sigma is final where a cased letter stands before it and none behind, looking through what case ignores.</summary>
    private static bool IsFinalSigma(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && IsIgnored(text[before])) before--;
        if (before < 0 || !IsCased(text[before])) return false;
        var after = at + 1;
        while (after < text.Length && IsIgnored(text[after])) after++;
        return after >= text.Length || !IsCased(text[after]);
    }

    private static bool IsIgnored(char c) => c is '\'' or '.' or ':' or '^' or '`' or '\u00a8' or '\u00ad' or '\u00b7' or '\u2019'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;

    private static Dictionary<char, string> Read(string table) =>
        table.Split(';').Select(e => e.Split('=')).ToDictionary(e => e[0][0], e => e[1]);

    private static Dictionary<string, string> ReadFolds(string table) =>
        table.Split(';').Select(e => e.Split('=')).ToDictionary(e => e[0], e => e[1], StringComparer.Ordinal);
}
