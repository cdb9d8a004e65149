using System.Globalization;

namespace Quire.Templating.Jinja;

/// <summary>Python's classes of characters where they differ from .NET's.</summary>
internal static class PythonCharacters
{
    /// <summary>Blanks of <c>str.isspace</c> and of <c>\s</c>: .NET's, and the separators U+001C to U+001F.</summary>
    public static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r') or (>= '\u001c' and <= '\u001f') || (c >= '\u0085' && char.IsWhiteSpace(c));

    /// <summary>Characters of <c>\w</c>: letters, numbers of any kind, underscore.</summary>
    public static bool IsWord(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) || c == '_' : IsWord(CharUnicodeInfo.GetUnicodeCategory(c));

    public static bool IsWord(UnicodeCategory category) => category <= UnicodeCategory.OtherLetter || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Whether a word is one of Python's identifiers.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsAsciiLetter(c) || c == '_') continue;
            if (char.IsAsciiDigit(c))
            {
                if (i == 0) return false;
                continue;
            }
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            var starts = category <= UnicodeCategory.OtherLetter || category == UnicodeCategory.LetterNumber;
            var continues = starts || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
            if (i == 0 ? !starts : !continues) return false;
        }
        return word.Length > 0;
    }
}
