using System.Text;

namespace Quire.Prompts.Names;

/// <summary>
/// Folds case so that two names that differ in case only get one key: each code point to upper case and then to lower case
/// (Unicode simple mappings), which joins σ with ς and ſ with s.
/// </summary>
public static class CaseFolding
{
    /// <summary>The folded key of a name.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyExceptInRange((char)0, (char)127)
            ? FoldRunes(text)
            : text.ToLowerInvariant();
    }

    private static string FoldRunes(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            builder.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)));
        return builder.ToString();
    }
}
