namespace Quire.Core.Sets;

/// <summary>Checks the version of a set against semver.org's grammar: three numbers, then pre-release and build where wanted.</summary>
internal static class SetVersion
{
    /// <summary>The version; null for none.</summary>
    /// <exception cref="FormatException">It is no semantic version.</exception>
    public static string? Check(string? text) =>
        text is null || IsVersion(text) ? text : throw new FormatException("its version is no semantic version such as 1.4.0 or 2.0.0-beta.1.");

    private static bool IsVersion(string text)
    {
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        var (rest, build) = plus < 0 ? (text, null) : (text[..plus], text[(plus + 1)..]);
        var dash = rest.IndexOf('-', StringComparison.Ordinal);
        var (core, pre) = dash < 0 ? (rest, null) : (rest[..dash], rest[(dash + 1)..]);
        var numbers = core.Split('.');
        return numbers.Length == 3 && numbers.All(IsNumber)
            && (pre is null || pre.Split('.').All(part => IsWord(part) && (!part.All(char.IsAsciiDigit) || IsNumber(part))))
            && (build is null || build.Split('.').All(IsWord));
    }

    private static bool IsNumber(string part) => part.Length is > 0 and < 10 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0');

    private static bool IsWord(string part) => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
