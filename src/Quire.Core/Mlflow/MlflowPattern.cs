namespace Quire.Core.Mlflow;

/// <summary>SQL's patterns: <c>%</c> is any text, <c>_</c> any one character, everything else itself.</summary>
internal static class MlflowPattern
{
    /// <summary>Whether a text matches. The last <c>%</c> takes more where the rest does not fit, so it is never more work than the product of both lengths.</summary>
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, bool anyCase)
    {
        int at = 0, place = 0, wild = -1, taken = 0;
        while (at < text.Length)
        {
            if (place < pattern.Length && pattern[place] == '%')
                (wild, taken) = (place++, at);
            else if (place < pattern.Length && (pattern[place] == '_' || Equal(text[at], pattern[place], anyCase)))
                (at, place) = (at + 1, place + 1);
            else if (wild >= 0)
                (at, place) = (++taken, wild + 1);
            else
                return false;
        }
        return pattern[place..].Trim('%').IsEmpty;
    }

    private static bool Equal(char left, char right, bool anyCase) =>
        left == right || (anyCase && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));
}
