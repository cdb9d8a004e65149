using System.Text;

namespace Quire.Prompts.Names;

/// <summary>How outside text is shown inside a message: bounded, on one line, without invisible characters.</summary>
public static class SafeText
{
    private const int Limit = 80;

    /// <summary>At most 80 characters of the text.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(Math.Min(text.Length, Limit) + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (builder.Length >= Limit)
                return builder.Append('…').ToString();
            if (IsVisible(rune))
                builder.Append(rune);
            else
                builder.Append($"\\u{{{rune.Value:X}}}");
        }

        return builder.ToString();
    }

    /// <summary>The character in back-quotes, or its number where it would not be seen.</summary>
    public static string Of(Rune rune) => IsVisible(rune) && rune.Value != ' ' ? $"`{rune}`" : $"U+{rune.Value:X4}";

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        System.Globalization.UnicodeCategory.Control => false,
        System.Globalization.UnicodeCategory.Format => false,
        System.Globalization.UnicodeCategory.LineSeparator => false,
        System.Globalization.UnicodeCategory.ParagraphSeparator => false,
        System.Globalization.UnicodeCategory.PrivateUse => false,
        System.Globalization.UnicodeCategory.OtherNotAssigned => false,
        _ => rune.Value != 0xFFFD,
    };
}
