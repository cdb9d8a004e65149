using System.Buffers;

namespace Quire.Prompts.Names;

/// <summary>Lower-case names of organisations and projects: they stand in addresses, in URLs and in git's clone addresses.</summary>
internal static class SlugGrammar
{
    public const int MaxLength = 64;

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static NameError? Check(string? text, string what)
    {
        if (string.IsNullOrEmpty(text))
            return new(NameCodes.Empty, $"The {what}'s name is empty.", $"1 to {MaxLength} of a-z, 0-9, `-`, `_`, `.`");
        if (text.Length > MaxLength)
            return new(NameCodes.TooLong, $"The {what}'s name `{SafeText.Of(text)}` is longer than {MaxLength} characters.", "shorten it");
        var bad = text.AsSpan().IndexOfAnyExcept(Characters);
        if (bad >= 0)
            return new(NameCodes.BadCharacter, $"The {what}'s name `{SafeText.Of(text)}` contains a character outside a-z, 0-9, `-`, `_`, `.`.", Suggestion(text));
        return CheckShape(text, what);
    }

    private static NameError? CheckShape(string text, string what)
    {
        if (text[0] == '.')
            return new(NameCodes.LeadingDot, $"The {what}'s name `{text}` begins with a dot.", "begin with a letter or digit");
        if (!char.IsAsciiLetterOrDigit(text[0]) || !char.IsAsciiLetterOrDigit(text[^1]))
            return new(NameCodes.BadCharacter, $"The {what}'s name `{text}` does not begin and end with a letter or digit.", "begin and end with a letter or digit");
        if (text.EndsWith(".git", StringComparison.Ordinal) || text.EndsWith(".lock", StringComparison.Ordinal))
            return new(NameCodes.Reserved, $"The {what}'s name `{text}` ends in `.git` or `.lock`.", "git's addresses use these endings: leave it out");
        return text.Contains("..", StringComparison.Ordinal)
            ? new(NameCodes.Traversal, $"The {what}'s name `{text}` contains `..`.", "write a single dot or a dash")
            : null;
    }

    private static string? Suggestion(string text)
    {
        var lower = text.ToLowerInvariant().Replace(' ', '-');
        return lower.AsSpan().ContainsAnyExcept(Characters) || lower == text ? null : $"did you mean `{lower}`?";
    }
}
