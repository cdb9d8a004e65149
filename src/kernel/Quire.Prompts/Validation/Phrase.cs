namespace Quire.Prompts.Validation;

/// <summary>Finds phrases as whole words, ignoring case.</summary>
internal static class Phrase
{
    public static int IndexOf(string text, string phrase)
    {
        if (phrase.Length == 0)
            return -1;
        for (var start = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); start >= 0; start = text.IndexOf(phrase, start + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (IsBorder(text, start - 1, phrase[0]) && IsBorder(text, start + phrase.Length, phrase[^1]))
                return start;
        }

        return -1;
    }

    // Between two letters or digits there is no border of a word.
    private static bool IsBorder(string text, int outside, char inside) =>
        outside < 0 || outside >= text.Length || !char.IsLetterOrDigit(inside) || !char.IsLetterOrDigit(text[outside]);
}
