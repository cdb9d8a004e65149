namespace Quire.Prompts.Yaml;

/// <summary>Which texts may stand in YAML without quotes.</summary>
internal static class PlainText
{
    private const int MaxLength = 200;

    // YAML 1.1 reads these as booleans; other tools may still do so.
    private static readonly HashSet<string> OldBooleans = new(["y", "n", "yes", "no", "on", "off"], StringComparer.OrdinalIgnoreCase);

    public static bool Fits(string text)
    {
        if (text.Length is 0 or > MaxLength || !IsFirst(text[0]) || text[^1] is ' ' or ':' || OldBooleans.Contains(text))
            return false;
        if (YamlScalars.Classify(text) != YamlScalarKind.Text)
            return false;
        return text.All(IsInner) && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal);
    }

    private static bool IsFirst(char c) => char.IsLetter(c) || c is '_' or '/' or '(' or '$';

    private static bool IsInner(char c) => char.IsLetterOrDigit(c) || " _-./+()'!?;:,@$%&=*<>~^|#".Contains(c, StringComparison.Ordinal);
}
